import type { Command } from './declare.ts';

/** The commands that are shown somewhere: those that name files are refused anywhere but in the terminal. */
export function offered(
  commands: ReadonlyMap<string, Command>,
  atTerminal: boolean,
): ReadonlyMap<string, Command> {
  return atTerminal ? commands : new Map([...commands].filter(([, command]) => !command.terminal));
}
