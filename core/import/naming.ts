import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { listAnd } from '../text/plural.ts';
import { quoted } from '../text/quoted.ts';
import { collapse, stripBlock } from '../text/sanitise.ts';
import { truncateCodePoints } from '../text/truncate.ts';

/** One line of at most `length` code points. */
export function brief(text: string, length: number): string {
  return truncateCodePoints(collapse(stripBlock(text.slice(0, 4 * length))), length);
}

/** A name of lower-case letters, digits and hyphens. Words in another script give `item-…`, always the same. */
export function slugOf(text: string, otherwise = 'item', most = 60): string {
  const plain = text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain === '') {
    return text.trim() === ''
      ? otherwise
      : `${otherwise}-${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
  }
  // Up to the last hyphen before the end, so that no word is cut.
  return plain.length <= most
    ? plain
    : plain
        .slice(0, most + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, most);
}

/** Gives each name once: a second `rain` becomes `rain-2`. */
export function uniqueNames(): (wanted: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    for (let n = next.get(wanted) ?? 2; taken.has(name); n++) {
      name = `${wanted}-${n}`;
      next.set(wanted, n + 1);
    }
    taken.add(name);
    return name;
  };
}

/** “a”, “b” and “c”, each cut short. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : listAnd(names.map((name) => quoted(name)));
}

/** Name of a file in what is made of it: without its folders, which are the operator's own. */
export function shownName(file: string): string {
  return brief(basename(file), 120) || 'a file';
}
