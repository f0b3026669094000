import { extname } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { UserError } from '../domain/user-error.ts';
import type { Content, Foreign } from './format.ts';
import { tooDeep, tooLarge } from './limit-errors.ts';
import { BOUNDS } from './limits.ts';
import { measure } from './measure.ts';
import { brief } from './naming.ts';
import { cardIn } from './png.ts';
import { notYaml, yaml } from './read-yaml.ts';

/**
 * Content of a file, told by its first bytes and by what can be read from it: an image with a card, or JSON, JSON
 * lines, YAML or a table.
 * @throws UserError for what is none of these, or is larger or deeper than is read.
 */
export function contentOf({ file, bytes }: Foreign): Content {
  if (bytes.length > BOUNDS.file) throw tooLarge(file, 'bytes', bytes.length, BOUNDS.file);
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start === '\u0089PNG') return tree(file, json(file, cardIn(file, bytes)));
  if (start.startsWith('PK')) {
    throw new UserError(
      `${file} is a zip archive, such as a CHARX card, which is not read.`,
      'Take the card.json out of it, and import that.',
    );
  }
  const text = utf8(file, bytes);
  if (text.trim() === '')
    throw new UserError(`${file} is empty.`, 'Give a file with something in it.');
  const value = jsonOrLines(text);
  if (value !== undefined) return tree(file, value);
  const ending = extname(file).toLowerCase();
  if (ending === '.json' || ending === '.jsonl') return tree(file, json(file, text));
  if (ending === '.csv') return table(file, text);
  const fromYaml = yaml(file, text);
  if (typeof fromYaml.value === 'object' && fromYaml.value !== null)
    return tree(file, fromYaml.value);
  if (ending === '.yaml' || ending === '.yml') throw notYaml(file, fromYaml);
  if (/^[^\n]*,/.test(text)) return table(file, text);
  throw new UserError(
    `${file} is neither JSON, JSON lines, YAML nor a table with commas.`,
    'Give a file in one of these forms.',
  );
}

/** JSON that must be read, such as that in an image. @throws UserError */
export function json(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? brief(error.message, 160) : 'it is broken';
    throw new UserError(`The JSON in ${file} is broken: ${why}.`, 'Mend it, or export it again.', {
      cause: error,
    });
  }
}

/** @throws UserError where bytes are no UTF-8. */
export function utf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UserError(
      `${file} is not text in UTF-8.`,
      'Save it as UTF-8, or give another file.',
      {
        cause: error,
      },
    );
  }
}

function jsonOrLines(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return jsonLines(text);
  }
}

/** One JSON object a line; undefined where a line is none. */
function jsonLines(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

function tree(file: string, value: unknown): Content {
  const size = measure(value);
  if (size.depth > BOUNDS.depth) throw tooDeep(file);
  if (size.values > BOUNDS.values) throw tooLarge(file, 'values', size.values, BOUNDS.values);
  if (size.characters > BOUNDS.characters) {
    throw tooLarge(file, 'characters', size.characters, BOUNDS.characters);
  }
  return { form: 'tree', value };
}

function table(file: string, text: string): Content {
  if (text.length > BOUNDS.csv) throw tooLarge(file, 'characters', text.length, BOUNDS.csv);
  try {
    const rows: Record<string, string>[] = parseCsv(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: BOUNDS.text * 10,
      to: 20_000,
    });
    return { form: 'table', value: rows };
  } catch (error) {
    throw new UserError(
      `${file} is neither JSON, JSON lines, YAML nor a table with commas.`,
      'Give a file in one of these forms.',
      { cause: error },
    );
  }
}
