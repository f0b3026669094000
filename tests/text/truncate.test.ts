import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, padColumns, truncateColumns } from '../../core/text/columns.ts';
import {
  countCodePoints,
  takeCodeUnits,
  truncateBytes,
  truncateCodePoints,
  truncateCodeUnits,
  truncateStart,
} from '../../core/text/truncate.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

const UNITS = [
  ['truncateCodePoints', truncateCodePoints, countCodePoints],
  ['truncateCodeUnits', truncateCodeUnits, (text: string) => text.length],
  ['truncateBytes', truncateBytes, (text: string) => Buffer.byteLength(text)],
  ['truncateColumns', truncateColumns, columnsOf],
] as const;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const boundaries = (text: string): ReadonlySet<number> =>
  new Set([...graphemes.segment(text)].map(({ index }) => index));

describe.each(UNITS)('%s', (_, truncate, lengthOf) => {
  test('keeps to the length, the ellipsis included, and leaves alone what has room', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 3, max: 300 }), (given, max) => {
        const text = given.toWellFormed();
        const kept = truncate(text, max);
        if (lengthOf(text) <= max) expect(kept).toBe(text);
        else {
          expect(kept.endsWith('…')).toBe(true);
          expect(lengthOf(kept)).toBeLessThanOrEqual(max);
          expect(text.startsWith(kept.slice(0, -1))).toBe(true);
        }
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  test('cuts no character that a reader sees as one', () => {
    const text = 'a👩‍👩‍👧‍👦e\u0301🇩🇪हिन्दी𝔸模';
    const whole = boundaries(text);
    for (let max = 13; max < 60; max++) {
      const kept = truncate(text, max);
      if (kept !== text) expect(whole).toContain(kept.length - 1);
    }
  });

  test('keeps as much as there is room for', () => {
    expect(truncate('a'.repeat(50), 10)).toMatch(/^a{7,9}…$/);
  });

  test('cuts even a character that is longer than the room, but no code point', () => {
    const kept = truncate(`e${'\u{1d165}'.repeat(400)}`, 9);
    expect(kept.isWellFormed()).toBe(true);
    expect(lengthOf(kept)).toBeLessThanOrEqual(9);
  });
});

test('what is longer than a mark of its own ends with it', () => {
  expect(truncateCodePoints('one two three', 9, ' […]')).toBe('one t […]');
  expect(truncateCodePoints('one', 2, '[…]')).toBe('[…');
});

test('units differ: 𝔸 is one code point, two code units, four bytes and one column', () => {
  const text = '𝔸'.repeat(10);
  expect([...truncateCodePoints(text, 5)]).toHaveLength(5);
  expect(truncateCodeUnits(text, 5)).toBe('𝔸𝔸…');
  expect(truncateBytes(text, 11)).toBe('𝔸𝔸…');
  expect(truncateColumns(text, 5)).toBe('𝔸𝔸𝔸𝔸…');
});

test('the end of a text begins with the ellipsis, and with a whole character', () => {
  expect(truncateStart('abcdef', 4)).toBe('…def');
  expect(truncateStart('abcdef', 6)).toBe('abcdef');
  expect(truncateStart('a👩‍👩‍👧‍👦bc', 8)).toBe('…bc');
  fc.assert(
    fc.property(nastyText, fc.integer({ min: 1, max: 300 }), (given, max) => {
      const text = given.toWellFormed();
      const kept = truncateStart(text, max);
      expect(kept.length).toBeLessThanOrEqual(max);
      expect(kept.isWellFormed()).toBe(true);
      expect(text.endsWith(kept.replace(/^…/, ''))).toBe(true);
    }),
    { seed: 22 },
  );
});

test('a start without a mark does not end in the middle of a character', () => {
  expect(takeCodeUnits('a👩‍👩‍👧‍👦b', 5)).toBe('a');
  expect(takeCodeUnits('abc', 2)).toBe('ab');
  expect(takeCodeUnits('abc', 9)).toBe('abc');
});

test('padding counts columns', () => {
  expect(padColumns('模', 4)).toBe('模  ');
  expect(padColumns('模', 4, 'right')).toBe('  模');
  expect(padColumns('abcdef', 4, 'right')).toBe('abcdef');
});
