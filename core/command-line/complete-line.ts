import { type Choice, complete, rank, type Scope } from './complete.ts';
import type { Command } from './declare.ts';
import { flagOf, resolve, takesList } from './flag.ts';
import type { Names } from './names.ts';
import { offered } from './offered.ts';
import { scan, type Token } from './tokens.ts';

/** The choices that fit at the caret: each one's value takes the place of `line.slice(from, to)`. */
export interface LineCompletion {
  readonly kind: 'command' | 'option' | 'value';
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
}

/** Completes a line as it is typed, whatever it holds. The caret is an index into the line. */
export async function completeLine(
  known: Names,
  line: string,
  caret: number,
  scope: Scope = {},
): Promise<LineCompletion> {
  const { head, words, from } = splitAt(line, caret);
  const typed = line.slice(from, caret);
  const at = { from, to: caret };
  if (head === undefined) {
    const commands = [...offered(known.commands, scope.atTerminal ?? false).values()].map(
      ({ name, about }) => choice(name, about),
    );
    return { kind: 'command', ...at, choices: rank(commands, typed) };
  }
  const command = known.commands.get(head.toLowerCase());
  if (!command) return { kind: 'command', ...at, choices: [] };
  const read = words.map((token) => ({ token, option: optionOf(command, token) }));
  const value = valueAt(command, read, typed, from);
  const left = optionsLeft(command, read);
  if (!value?.named && DASHES.test(typed)) {
    return { kind: 'option', ...at, choices: rank(left, typed.replace(DASHES, '--')) };
  }
  const so = line.slice(value?.from, caret);
  const choices = value ? await complete(known, command, value.option, so, scope) : [];
  if (value && (choices.length > 0 || value.named || typed !== '')) {
    return { kind: 'value', from: value.from, to: caret, choices };
  }
  return { kind: 'option', ...at, choices: typed === '' ? left : [] };
}

const DASHES = /^(--?|[—–])/;

/** A whole word before the caret, and the full name of the option that it names. */
interface Read {
  readonly token: Token;
  readonly option: string | undefined;
}

/** The command's name and the whole words after it, and where the word at the caret begins. */
function splitAt(line: string, caret: number) {
  const slash = /^\s*\/[\w-]+\s/.exec(line.slice(0, caret))?.[0].length ?? 0;
  const { tokens } = scan(`${' '.repeat(slash)}${line.slice(slash, caret)}`);
  const last = tokens.at(-1);
  const touched = last?.end === caret ? last : undefined;
  const [head, ...words] = touched ? tokens.slice(0, -1) : tokens;
  return { head: head?.text, words, from: touched?.start ?? caret };
}

/** The value that the caret stands in: its option, where it begins, and whether a flag names the option. */
function valueAt(
  command: Command,
  read: readonly Read[],
  typed: string,
  from: number,
): { option: string; from: number; named: boolean } | undefined {
  const [assigned] = /^\S*?=/s.exec(typed) ?? [];
  if (assigned !== undefined) {
    const option = optionOf(command, word(assigned));
    if (option !== undefined) return { option, from: from + assigned.length, named: true };
  }
  const [before, last] = [read.at(-2), read.at(-1)];
  if (last && waits(command, last)) return { option: last.option, from, named: true };
  const list = before && waits(command, before) ? before.option : undefined;
  if (last && list !== undefined && last.token.text.endsWith(',') && isList(command, list)) {
    return { option: list, from: last.token.start, named: true };
  }
  const option = nextPositional(command, read);
  return option === undefined ? undefined : { option, from, named: false };
}

/** Does this word name an option whose value is the word after it? */
function waits(command: Command, read: Read): read is Read & { option: string } {
  if (read.option === undefined || read.token.text.includes('=')) return false;
  return command.options[read.option]?.kind !== 'flag';
}

function nextPositional(command: Command, read: readonly Read[]): string | undefined {
  const named = new Set(read.map(({ option }) => option));
  let loose = read.filter((each, index) => {
    const before = read[index - 1];
    return each.option === undefined && !(before && waits(command, before));
  }).length;
  for (const [name, option] of Object.entries(command.options)) {
    if (!option.positional || named.has(name)) continue;
    if (loose === 0 || option.kind === 'text') return name;
    loose -= 1;
  }
  return undefined;
}

function optionsLeft(command: Command, read: readonly Read[]): readonly Choice[] {
  const given = new Set(read.map(({ option }) => option));
  return Object.entries(command.options)
    .filter(([name, { positional }]) => !given.has(name) && !positional)
    .map(([name, { about }]) => choice(`--${name}`, about));
}

/** An option that is ambiguous or unknown is none. */
function optionOf(command: Command, token: Token): string | undefined {
  const flag = flagOf(command, token);
  try {
    return flag && resolve(command, flag.name)?.name;
  } catch {
    return undefined;
  }
}

function isList(command: Command, name: string): boolean {
  const option = command.options[name];
  return option !== undefined && takesList(option);
}

function word(text: string): Token {
  return { text, start: 0, end: text.length, quoted: false, whole: false };
}

function choice(value: string, about: string): Choice {
  return { label: `${value} · ${about}`, value };
}
