import type { Command } from '../../../core/command-line/declare.ts';
import { parseLine } from '../../../core/command-line/parse.ts';
import type { View } from '../../../core/views/view.ts';

/** A run's id can stand in an address as it is. */
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** The run that a message is about: the one that its buttons act on. */
export function runOf(view: View, commands: ReadonlyMap<string, Command>): string | undefined {
  for (const { line } of view.actions) {
    const run = runIn(line, commands);
    if (run !== undefined && RUN_ID.test(run)) return run;
  }
  return undefined;
}

function runIn(line: string, commands: ReadonlyMap<string, Command>): string | undefined {
  try {
    const { command, values } = parseLine(line, commands);
    const [name] = Object.entries(command.options).find(([, { kind }]) => kind === 'run') ?? [];
    const value = name === undefined ? undefined : values[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
