import type { App, AppCommand, CommandContext } from '../../core/app/app.ts';
import { checkNames } from '../../core/command-line/check.ts';
import type { CommandReply } from '../../core/command-line/declare.ts';
import { type Parsed, parseArgv, parseLine, parseValues } from '../../core/command-line/parse.ts';
import { type Asker, checkAccess, sitsAtTerminal } from '../../core/domain/access.ts';
import { UserError } from '../../core/domain/user-error.ts';
import type { Invocation, Platform } from '../platform.ts';
import { PROGRAM } from '../program.ts';

/** The person and the channel, as access rules, budgets and histories know them. */
export function askerOf(
  platform: Platform,
  { who, channel }: Pick<Invocation, 'who' | 'channel'>,
): Asker {
  return { who, channel: `${platform.id}:${channel}` };
}

/** Reads a request, checks who may, and runs the command. @throws UserError for what the person can mend. */
export async function runCommand(
  app: App,
  asker: Asker,
  request: Invocation['request'],
): Promise<CommandReply> {
  const config = app.config();
  checkAccess(config, asker, {});
  const { command, values } = read(request, app.commands);
  checkAccess(config, asker, { command: command.name });
  if (command.terminal && !sitsAtTerminal(asker)) {
    throw new UserError(
      `${command.name} names files, and so works in the terminal alone.`,
      `There: ${PROGRAM} ${command.examples[0]}`,
      { code: 'not-allowed' },
    );
  }
  const context: CommandContext = { app, ...asker };
  return command.run(await checkNames(values, command, app), context);
}

function read(
  request: Invocation['request'],
  commands: ReadonlyMap<string, AppCommand>,
): Parsed<AppCommand> {
  if ('line' in request) return parseLine(request.line, commands);
  if ('words' in request) return parseArgv(request.words, commands);
  const command = commands.get(request.command);
  if (command) return parseValues(command, request.values);
  throw new UserError(`No command is called “${request.command}”.`, 'See /probe help.', {
    code: 'not-found',
  });
}
