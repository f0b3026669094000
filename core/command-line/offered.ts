import type { Command } from './declare.ts';

/** The commands that are shown somewhere: those that name files are refused anywhere but in the terminal. */
export function offered<C extends Command>(
  commands: ReadonlyMap<string, C>,
  atTerminal: boolean,
): ReadonlyMap<string, C> {
  return atTerminal ? commands : new Map([...commands].filter(([, command]) => !command.terminal));
}
