import type { Command, Options } from '../command-line/declare.ts';
import type { AppCommand, CommandContext } from './app.ts';

/** Checks the types of a declaration where it stands; a command file exports what this returns, as `command`. */
export function defineCommand<const O extends Options>(
  declaration: Command<CommandContext, O>,
): AppCommand {
  // What parsing gives `run` has been checked against these very options.
  return declaration as unknown as AppCommand;
}
