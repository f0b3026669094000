import { UserError } from '../domain/user-error.ts';
import { suggest } from '../text/nearest.ts';
import { digits } from '../text/plural.ts';
import { quoted } from '../text/quoted.ts';
import { truncateCodePoints } from '../text/truncate.ts';
import { accepts } from './accepts.ts';
import type { Command, Option, Options, Values } from './declare.ts';

/** The checked values of any command; `run` gets them in its own type. */
export type AnyValues = Values<Options>;
/** Unchecked values by option name, as a form, a platform's typed options or a command line gives them. */
export type RawValues = Readonly<Record<string, string | number | boolean>>;

type Value = AnyValues[string];

/**
 * Checks what was given against what the command declares. A blank text counts as not given.
 * @throws UserError that names the option, what was given and what is allowed.
 */
export function checkValues(command: Command, raw: RawValues): AnyValues {
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(command.options, name)) throw unknownOption(command, name);
  }
  const values: Record<string, Value> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    const value = given === undefined ? undefined : coerce(name, option, given);
    if (value !== undefined) values[name] = value;
    else if (option.required) throw missing(command, name, option);
  }
  return values;
}

export function unknownOption(command: Command, name: string): UserError {
  const flags = Object.keys(command.options).map((option) => `--${option}`);
  return new UserError(
    `${command.name} has no option --${truncateCodePoints(name, 40)}.`,
    suggest(
      `--${name}`,
      flags,
      flags.length === 0 ? 'It takes no options.' : `It takes ${flags.join(', ')}.`,
    ),
  );
}

function missing(command: Command, name: string, option: Option): UserError {
  const what = option.positional ? `${article(name)} ${name}` : `--${name}`;
  return new UserError(
    `${command.name} needs ${what}: ${accepts(option)}.`,
    `For example: ${command.examples[0]}`,
  );
}

function coerce(name: string, option: Option, given: string | number | boolean): Value {
  const text = String(given);
  if (option.kind === 'flag') return flag(name, given);
  if (text.trim() === '') return undefined;
  switch (option.kind) {
    case 'text':
      return withinLength(name, option, text);
    case 'integer':
    case 'number':
      return withinRange(name, option, text.trim());
    case 'choice':
      return choice(name, option, text.trim());
    case 'models':
    case 'personas':
      return list(text);
    case 'model':
    case 'probe':
    case 'run':
    case 'command':
      return text.trim();
  }
}

function withinLength(name: string, option: Option & { kind: 'text' }, text: string): string {
  if (option.maxLength === undefined || text.length <= option.maxLength) return text;
  throw new UserError(
    `--${name} is ${digits(text.length)} characters long; ${digits(option.maxLength)} are allowed.`,
    `Shorten it by ${digits(text.length - option.maxLength)}.`,
  );
}

function withinRange(
  name: string,
  option: Option & { kind: 'integer' | 'number' },
  text: string,
): number {
  const form =
    option.kind === 'integer'
      ? /^(?:[+-]?\d+|0x[0-9a-f]{1,8})$/i
      : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  const value = form.test(text) ? Number(text) : Number.NaN;
  if (value >= option.min && value <= option.max) return value;
  throw refused(name, option, text, `Give --${name} a value in that range.`);
}

function choice(name: string, option: Option & { kind: 'choice' }, text: string): string {
  const found = option.choices.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw refused(name, option, text, suggest(text, option.choices, 'Choose one of these.'));
}

function flag(name: string, given: string | number | boolean): boolean | undefined {
  if (typeof given === 'boolean') return given;
  const text = String(given).trim().toLowerCase();
  if (text === '') return undefined;
  if (['true', 'yes', 'on', '1'].includes(text)) return true;
  if (['false', 'no', 'off', '0'].includes(text)) return false;
  throw refused(name, { kind: 'flag', about: '' }, String(given), `Say --${name} or --no-${name}.`);
}

/** Names between commas; undefined where there is none. */
function list(text: string): readonly string[] | undefined {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}

function refused(name: string, option: Option, given: string, next: string): UserError {
  return new UserError(`--${name} takes ${accepts(option)}, not ${quoted(given, 60)}.`, next);
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
