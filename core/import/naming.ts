import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** Without control characters and halves of characters, and with one kind of line end. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
    .trim();
}

/** One line of at most `length` characters. */
export function brief(text: string, length: number): string {
  const line = [...clean(text.slice(0, 4 * length)).replace(/\s+/g, ' ')];
  return line.length <= length
    ? line.join('')
    : `${line
        .slice(0, length - 1)
        .join('')
        .trim()}…`;
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

/** “1 line”, “2 lines”. */
export function many(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** “a, b and c”. */
export function listed(names: readonly string[]): string {
  const shown = names.map((name) => `“${brief(name, 40)}”`);
  const last = shown.at(-1) ?? 'nothing';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** How a file is named in what is made of it: without its folders, which are the operator's own. */
export function shownName(file: string): string {
  return brief(basename(file), 120) || 'a file';
}
