import { UserError } from '../domain/user-error.ts';
import { nearest } from '../text/nearest.ts';
import { listOr } from '../text/plural.ts';
import { truncateCodePoints } from '../text/truncate.ts';
import type { Command, Option } from './declare.ts';
import type { Token } from './tokens.ts';

/** `--name` or `--name=value` as it stands. */
export interface Flag {
  readonly name: string;
  readonly value: string | undefined;
}

/** Phones make an em or an en dash of two hyphens. */
const FLAG = /^(--|[—–]-?|-[—–]?)(\p{L}[\p{L}\p{N}-]*)(?:=(.*))?$/su;

/** The option that a word names; undefined for a word that is none. */
export function flagOf(command: Command, token: Token): Flag | undefined {
  const match = token.quoted ? null : FLAG.exec(token.text);
  if (!match) return undefined;
  const [, dashes, given = '', value] = match;
  const name = given.toLowerCase();
  return dashes === '--' || isMeant(command, name) ? { name, value } : undefined;
}

/** Prose uses other dashes, too: after them a word is an option only if it looks like one of the command's. */
function isMeant(command: Command, name: string): boolean {
  const names = Object.keys(command.options);
  if (names.includes(name.replace(/^no-/, ''))) return true;
  return name.length >= 4 && nearest(name, names) !== undefined;
}

export interface Found {
  readonly name: string;
  readonly option: Option;
  /** Written as `--no-name`. */
  readonly negated: boolean;
}

/** An option by its name, by an unambiguous beginning of it, or by `no-` and a flag's name. */
export function resolve(command: Command, typed: string): Found | undefined {
  const exact = named(command, typed, false);
  if (exact) return exact;
  const denied = typed.startsWith('no-') ? named(command, typed.slice(3), true) : undefined;
  if (denied?.option.kind === 'flag') return denied;
  const names = Object.keys(command.options).filter((name) => name.startsWith(typed));
  if (names.length > 1) {
    throw new UserError(
      `--${truncateCodePoints(typed, 40)} could be ${listOr(names.map((name) => `--${name}`))}.`,
      'Write the one you mean in full.',
    );
  }
  return names[0] === undefined ? undefined : named(command, names[0], false);
}

function named(command: Command, name: string, negated: boolean): Found | undefined {
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  return option && { name, option, negated };
}

export function takesList(option: Option): boolean {
  return option.kind === 'models' || option.kind === 'personas';
}
