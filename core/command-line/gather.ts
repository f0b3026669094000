import { UserError } from '../domain/user-error.ts';
import { quoted } from '../text/quoted.ts';
import type { Command } from './declare.ts';
import { type Flag, type Found, flagOf, resolve, takesList } from './flag.ts';
import type { Token, Words } from './tokens.ts';
import { type RawValues, unknownOption } from './values.ts';

/**
 * Sorts the words after a command's name to its options, unchecked.
 * @throws UserError for an unknown, ambiguous or repeated option, one without its value, a word too many.
 */
export function gather(command: Command, { line, tokens }: Words): RawValues {
  const raw = new Map<string, string | boolean>();
  const loose: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const flag = flagOf(command, token);
    if (!flag) {
      loose.push(token);
      continue;
    }
    const found = resolve(command, flag.name);
    if (!found) throw unknownOption(command, flag.name);
    const taken = take(command, found, flag, tokens.slice(at + 1));
    give(raw, found, taken.value);
    at += taken.used;
  }
  placeLoose(command, line, loose, raw);
  return Object.fromEntries(raw);
}

/** The value of an option, and how many of the words after it belong to it. */
function take(
  command: Command,
  { name, option, negated }: Found,
  flag: Flag,
  after: readonly Token[],
): { value: string | boolean; used: number } {
  if (option.kind === 'flag' && flag.value === undefined) return { value: !negated, used: 0 };
  if (negated)
    throw new UserError(`--no-${name} takes no value.`, `Say --${name} or --no-${name}.`);
  const first = flag.value === undefined ? after[0] : undefined;
  const rest = first ? after.slice(1) : after;
  const begins = flag.value ?? (first && !flagOf(command, first) ? first.text : undefined);
  if (begins === undefined) {
    throw new UserError(
      `--${name} has no value.`,
      `For example: ${command.examples.find((line) => line.includes(`--${name}`)) ?? command.examples[0]}`,
    );
  }
  const more = takesList(option) ? listGoesOn(command, begins, rest) : [];
  return { value: [begins, ...more].join(' '), used: (first ? 1 : 0) + more.length };
}

/** The words that go on with a list: `a, b` and `a ,b` are one. */
function listGoesOn(command: Command, begins: string, after: readonly Token[]): string[] {
  const words: string[] = [];
  for (const token of after) {
    const comma = !token.quoted && token.text.startsWith(',');
    const goesOn = comma || (words.at(-1) ?? begins).endsWith(',');
    if (!goesOn || flagOf(command, token)) break;
    words.push(token.text);
  }
  return words;
}

function give(
  raw: Map<string, string | boolean>,
  { name, option }: Found,
  value: string | boolean,
): void {
  const before = raw.get(name);
  if (before !== undefined && !takesList(option)) {
    throw new UserError(`--${name} is there twice.`, 'Leave one of them out.');
  }
  raw.set(name, before === undefined ? value : `${before},${value}`);
}

/** Words without an option go to the positional options in their order; a text takes all that remain. */
function placeLoose(
  command: Command,
  line: string,
  loose: readonly Token[],
  raw: Map<string, string | boolean>,
): void {
  let rest = loose;
  for (const [name, option] of Object.entries(command.options)) {
    const [first, ...others] = rest;
    if (!option.positional || !first || raw.has(name)) continue;
    if (option.kind === 'text') {
      raw.set(name, textOf(line, rest));
      return;
    }
    const more = takesList(option) ? listGoesOn(command, first.text, others) : [];
    raw.set(name, [first.text, ...more].join(' '));
    rest = others.slice(more.length);
  }
  const [extra] = rest;
  if (extra) {
    throw new UserError(
      `${command.name} has no place for ${quoted(extra.text, 60)}.`,
      `For example: ${command.examples[0]}`,
    );
  }
}

/** A text in one pair of quotes is what they hold; any other is as it stands in the line. */
function textOf(line: string, tokens: readonly Token[]): string {
  const [only] = tokens;
  if (only && tokens.length === 1 && only.whole) return only.text;
  const runs: { start: number; end: number }[] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    if (run && line.slice(run.end, token.start).trim() === '') run.end = token.end;
    else runs.push({ start: token.start, end: token.end });
  }
  return runs.map(({ start, end }) => line.slice(start, end)).join(' ');
}
