import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTING, isBlank, limitMarks, MOST_MARKS } from '../../core/text/characters.ts';
import {
  sanitiseBlock,
  sanitiseLine,
  sanitiseShown,
  sanitiseShownLine,
  stripBlock,
  stripLine,
} from '../../core/text/sanitise.ts';
import { sanitisePicture, sanitisePictureLine } from '../../core/text/sanitise-picture.ts';
import {
  sanitiseJson,
  sanitiseTerminal,
  sanitiseTerminalLine,
} from '../../core/text/sanitise-terminal.ts';
import { countCodePoints } from '../../core/text/truncate.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

/** Written out once more, so that a character that falls out of the list is missed here. */
const ACTS = [
  [0x0, 0x8],
  [0xb, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0x1fffe, 0x1ffff],
  [0xe0000, 0xe0fff],
] as const;
const FLAGS =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

/** The first character of a text that acts, as it is written in Unicode's tables. */
function acting(text: string): string | undefined {
  for (const character of text.replace(FLAGS, '')) {
    const code = character.codePointAt(0) ?? 0;
    if (ACTS.some(([from, to]) => code >= from && code <= to)) return `U+${code.toString(16)}`;
  }
  return undefined;
}

const OUTPUTS = {
  sanitiseBlock,
  sanitiseLine,
  sanitiseShown,
  sanitiseShownLine,
  stripBlock,
  stripLine,
  sanitiseTerminal,
  sanitiseTerminalLine,
  sanitisePicture,
  sanitisePictureLine,
};
const outputs = Object.entries(OUTPUTS);
const isOneLine = (name: string): boolean => name.endsWith('Line');

/** Texts that are dense in what acts, beside those that other tests use. */
const hostile = fc.oneof(
  nastyText,
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xff }),
        fc.integer({ min: 0x2000, max: 0x206f }),
        fc.integer({ min: 0xfe00, max: 0xffff }),
        fc.integer({ min: 0xe0000, max: 0xe01ff }),
        fc.constantFrom(0x1f3f4, 0x301, 0x200d, 0x61c, 0xad, 0x3164, 0x1fffe, 0x61),
      ),
      { maxLength: 40 },
    )
    .map((points) => String.fromCodePoint(...points)),
);

describe.each(outputs)('%s', (name, sanitise) => {
  test('leaves nothing that acts, no half of a character and no pile of marks', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = sanitise(text);
        expect(acting(safe)).toBeUndefined();
        expect(safe).not.toMatch(/(?:\p{M}[\u200c\u200d]*){9}/u);
        expect(safe.isWellFormed()).toBe(true);
        if (isOneLine(name)) expect(safe).not.toMatch(/\n|^\s|\s$/);
      }),
      { seed: 11 },
    );
  });

  test('changes nothing more when it is done again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = sanitise(text);
        expect(sanitise(safe)).toBe(safe);
      }),
      { seed: 12 },
    );
  });

  test.each([
    '人格选择模型',
    'العربية עִבְרִית हिन्दी ไทย',
    'می‌خواهم',
    '👩‍👩‍👧‍👦 ❤️ 🇩🇪',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ])('keeps %s', (text) => {
    expect(sanitise(text).normalize('NFC')).toBe(text.normalize('NFC'));
  });
});

test('a text for a message never grows', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(countCodePoints(sanitiseBlock(text))).toBeLessThanOrEqual(countCodePoints(text));
    }),
    { seed: 13 },
  );
});

describe.each([
  ['a control', 'a\u001b[31mb\u009bc', 'a␛[31mb\ufffdc', 'a\\x1b[31mb\\x9bc', 'a[31mbc'],
  ['a mark of direction', 'a\u200fb', 'ab', 'a\\u200fb', 'ab'],
  ['an override', 'a\u202eb', 'a\ufffdb', 'a\\u202eb', 'ab'],
  ['nothing to see', 'a\u200b\u00adb', 'ab', 'a\\u200b\\xadb', 'ab'],
  ['a tag', 'a\u{e0041}b', 'ab', 'a\\u{e0041}b', 'ab'],
  ['an annotation', 'a\ufff9b', 'a\ufffdb', 'a\\ufff9b', 'ab'],
  ['no character', 'a\uffffb', 'a\ufffdb', 'a\\uffffb', 'ab'],
  ['line ends', 'a\r\nb\u2028c', 'a\nb\nc', 'a\nb\nc', 'a\nb\nc'],
])('%s', (_, given, shown, escaped, stripped) => {
  test('in a message or a page', () => expect(sanitiseBlock(given)).toBe(shown));
  test('in a terminal', () => expect(sanitiseTerminal(given)).toBe(escaped));
  test('in what is kept', () => expect(stripBlock(given)).toBe(stripped));
  test('in JSON', () => {
    const json = JSON.stringify({ [given]: [given] });
    expect(acting(sanitiseJson(json))).toBeUndefined();
    expect(JSON.parse(sanitiseJson(json))).toEqual({ [given]: [given] });
  });
});

test('a text to be kept begins and ends with something to see', () => {
  expect(stripBlock(' \n\u200b a \n b \t')).toBe('a \n b');
});

test('a picture has neither sequences for a terminal nor characters without a glyph', () => {
  expect(sanitisePicture('\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \ue000x')).toBe(
    'link x',
  );
  expect(sanitisePicture(`e${'\u0301'.repeat(9)}`)).toBe('é\u0301\u0301\u0301');
});

test('joiners between marks do not make room for more of them', () => {
  expect(limitMarks(`e${'\u0301\u200d'.repeat(50)}x`)).toBe(
    `e${'\u0301\u200d'.repeat(MOST_MARKS)}x`,
  );
});

test.each(['', ' \n\t', '\u200b\u200d', '\u2800\u3164', '\u0301', '\u0000', '\u115f\ufeff'])(
  '%j is blank',
  (text) => {
    expect(isBlank(text)).toBe(true);
    expect(sanitiseShown(text)).toBe('(empty)');
  },
);

test.each(Object.entries(ACTING))(
  'the class “%s” has a reason, and no character of another',
  (name, { characters, reason }) => {
    expect(reason.length).toBeGreaterThan(20);
    const others = Object.entries(ACTING).flatMap(([other, one]) =>
      other === name ? [] : [one.characters],
    );
    const own = new RegExp(`^[${characters}]$`, 'v');
    const foreign = new RegExp(`^[${others.join('')}]$`, 'v');
    let found = 0;
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (!own.test(character)) continue;
      found += 1;
      if (foreign.test(character)) expect.fail(`U+${code.toString(16)} is in two classes`);
    }
    expect(found).toBeGreaterThan(0);
  },
);
