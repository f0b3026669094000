import { UserError } from '../domain/user-error.ts';
import { nearest } from '../text/nearest.ts';
import { listOr } from '../text/plural.ts';
import { quoted } from '../text/quoted.ts';
import type { Command } from './declare.ts';
import { gather } from './gather.ts';
import { fromArgv, type Token, tokenise, type Words } from './tokens.ts';
import { type AnyValues, checkValues, type RawValues } from './values.ts';

export interface Parsed<C extends Command = Command> {
  readonly command: C;
  readonly values: AnyValues;
}

/**
 * Reads a line as somebody types it, with or without the slash command's name in front.
 * `help` stands in for an empty line and for `--help` anywhere.
 * @throws UserError, and nothing else, for whatever the line holds.
 */
export function parseLine<C extends Command>(
  line: string,
  commands: ReadonlyMap<string, C>,
): Parsed<C> {
  return parseWords(tokenise(line.replace(/^\s*\/[\w-]+(?=\s|$)/, '')), commands);
}

/** As `parseLine`, for words that a shell has split already. */
export function parseArgv<C extends Command>(
  argv: readonly string[],
  commands: ReadonlyMap<string, C>,
): Parsed<C> {
  return parseWords(fromArgv(argv), commands);
}

/** As `parseLine`, for a form or for options that a platform has typed already. */
export function parseValues<C extends Command>(command: C, raw: RawValues): Parsed<C> {
  return { command, values: checkValues(command, raw) };
}

/**
 * The name of the command that words begin with, where only names are known. `help` stands in for
 * nothing at all and for `--help`. @throws UserError with the nearest name, or with all of them.
 */
export function commandOf(argv: readonly string[], names: readonly string[]): string {
  const [first] = fromArgv(argv).tokens;
  return asksHelp(first) && names.includes('help') ? 'help' : named(first?.text ?? '', names);
}

function parseWords<C extends Command>(
  { line, tokens }: Words,
  commands: ReadonlyMap<string, C>,
): Parsed<C> {
  const [first, ...rest] = tokens;
  const help = commands.get('help');
  if (help && asksHelp(first)) return { command: help, values: {} };
  const command = find(first?.text ?? '', commands);
  const ofIt = rest.some(({ text, quoted }) => !quoted && text === '--help');
  if (help && ofIt && !Object.hasOwn(command.options, 'help')) {
    return { command: help, values: checkValues(help, namesCommand(help, command.name)) };
  }
  return { command, values: checkValues(command, gather(command, { line, tokens: rest })) };
}

function asksHelp(first: Token | undefined): boolean {
  return !first || /^(--?|—)h(elp)?$/.test(first.text);
}

/** @throws UserError with the nearest command, or with all of them. */
function find<C extends Command>(name: string, commands: ReadonlyMap<string, C>): C {
  const found = commands.get(named(name, [...commands.keys()]));
  if (!found) throw new Error(`the command ${name} is listed and not there`);
  return found;
}

function named(typed: string, names: readonly string[]): string {
  const name = typed.toLowerCase();
  if (names.includes(name)) return name;
  const near = nearest(typed, names);
  throw new UserError(
    typed === '' ? 'Which command?' : `No command is called ${quoted(typed, 60)}.`,
    near === undefined ? `Start with ${listOr(names)}.` : `Did you mean ${near}?`,
    { code: 'not-found' },
  );
}

function namesCommand(help: Command, name: string): Record<string, string> {
  const [option] = Object.entries(help.options).find(([, { kind }]) => kind === 'command') ?? [];
  return option === undefined ? {} : { [option]: name };
}
