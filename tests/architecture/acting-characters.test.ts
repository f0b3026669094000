import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { replaceActing } from '../../core/text/characters.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = '{bots,cast,commands,core,bench,docs}/**/*.{ts,js,css}';

/** Characters that act, as a regular expression or a string would name them. */
const ACTING = [
  /\\u(?:200[bef]|202[a-e89]|206[0-9a-f]|00ad|061c|180e|3164|feff|fff[9-b])/i,
  /\\u\{e0[0-9a-f]{3}\}/i,
  /\\p\{(?:C|Cc|Cf|Cs|Cn|Bidi_C(?:ontrol)?|Default_Ignorable_Code_Point|DI|Noncharacter_Code_Point)\}/,
  /\\(?:0|x0[0-9a-f]|x1f|x7f|x9f|u00(?:0[0-8b-f]|1f|7f|9f))-|-\\(?:x1f|x7f|x9f|u00(?:1f|7f|9f))/i,
];
/** Text that is cut by hand: halves of characters, and an ellipsis that nobody counted. */
const CUT = /slice\(0, [^)]*\)\}(?:…|\.\.\.)/;
/** Words that are counted by hand. */
const PLURAL = /=== 1 \? '(\w+)' : '\1s'/;

async function linesOf(pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of glob(SOURCES, { cwd: ROOT })) {
    if (file.startsWith('core/text/') || file.includes('node_modules')) continue;
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .forEach((line, index) => {
        if (pattern.test(line)) found.push(`${file}:${index + 1} ${line.trim()}`);
      });
  }
  return found;
}

test.each(ACTING)(
  'no source beside core/text has a list of characters that act: %s',
  async (one) => {
    expect(await linesOf(one)).toEqual([]);
  },
);

test('no source beside core/text cuts a text and adds an ellipsis', async () => {
  expect(await linesOf(CUT)).toEqual([]);
});

test('no source beside core/text has a plural of its own', async () => {
  expect(await linesOf(PLURAL)).toEqual([]);
});

test('no source beside core/text measures columns', async () => {
  expect(await linesOf(/from 'string-width'/)).toEqual([]);
});

test('the patterns find such lines', () => {
  const [named, tag, property, range] = ACTING;
  expect('/[\\u202A-\\u202E]/g').toMatch(named ?? '');
  expect("'\\u{E0041}'").toMatch(tag ?? '');
  expect('/\\p{Cc}+/gu').toMatch(property ?? '');
  expect('/[\\0-\\x08]/').toMatch(range ?? '');
  expect('/[\\u0000-\\u001f]/').toMatch(range ?? '');
  expect(`${'text.slice(0, 57)'}}…`).toMatch(CUT);
  expect("n === 1 ? 'line' : 'lines'").toMatch(PLURAL);
});

test('no source holds a character that acts itself, unseen by whoever reads it', async () => {
  const found: string[] = [];
  for await (const file of glob(SOURCES, { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    replaceActing(text, (character, kind) => {
      found.push(`${file}: ${kind} U+${character.codePointAt(0)?.toString(16)}`);
      return '';
    });
  }
  expect(found).toEqual([]);
});
