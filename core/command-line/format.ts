import type { Command } from './declare.ts';
import { quote } from './tokens.ts';
import type { AnyValues } from './values.ts';

/** The line that a button carries: `parseLine` reads the same command and values from it. */
export function formatLine(command: Command, values: AnyValues): string {
  const words = [command.name];
  const flags: string[] = [];
  let inOrder = true;
  for (const [name, option] of Object.entries(command.options)) {
    const value = values[name];
    const given = value !== undefined && !(Array.isArray(value) && value.length === 0);
    if (!given) {
      if (option.positional) inOrder = false;
    } else if (typeof value === 'boolean') {
      flags.push(value ? `--${name}` : `--no-${name}`);
    } else if (option.positional && inOrder) {
      words.push(word(value, option.kind === 'text'));
    } else {
      flags.push(`--${name}`, word(value, option.kind === 'text'));
    }
  }
  return [...words, ...flags].join(' ');
}

/** Prose always stands in quotes; the rest only where it would be read differently without. */
function word(value: string | number | readonly string[], prose: boolean): string {
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return !prose && /^(?!-\p{L}|--)[\w./:@+-][\w./:@+,-]*$/u.test(text) && !text.endsWith(',')
    ? text
    : quote(text);
}
