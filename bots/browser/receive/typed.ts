import type { Command } from '../../../core/command-line/declare.ts';
import { quote } from '../../../core/command-line/tokens.ts';

/** The text of a composer, without the slash in front. */
export interface Slashed {
  readonly line: string;
  /** The number of characters that were taken away. */
  readonly offset: number;
}

/** `/probe run drift` and `/run drift` are the same command. Undefined for text without a slash. */
export function slashed(text: string): Slashed | undefined {
  const front = /^\s*\/(probe(?=\s|$)\s*)?/.exec(text)?.[0];
  return front === undefined ? undefined : { line: text.slice(front.length), offset: front.length };
}

/** The command line that typed text stands for: without a slash it is something to ask. */
export function lineOf(
  text: string,
  commands: ReadonlyMap<string, Command>,
  after: string | undefined,
): string {
  const command = slashed(text);
  if (command) return command.line;
  const prompt = `ask ${quote(text.trim())}`;
  return after !== undefined && canFollowUp(commands) ? `${prompt} --after ${after}` : prompt;
}

export function canFollowUp(commands: ReadonlyMap<string, Command>): boolean {
  return commands.get('ask')?.options.after?.kind === 'run';
}
