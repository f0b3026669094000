import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cut, directionOf, pad, pixels, safe, safeLine, wrap } from '../../core/charts/letters.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

describe('safe', () => {
  test.each([
    ['a\u0000b\u0007c', 'a b c'],
    ['\u001B[31mred\u001B[0m', 'red'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['a\r\nb\u2028c\n\n\n\nd', 'a\nb\nc\n\nd'],
    ['lone \uD83D end', 'lone \uFFFD end'],
    [`e${'\u0301'.repeat(9)}`, 'é\u0301\u0301\u0301'],
    ['👩‍👩‍👧‍👦 می‌خواهم', '👩‍👩‍👧‍👦 می‌خواهم'],
  ])('%j', (given, expected) => {
    expect(safe(given)).toBe(expected);
  });

  test('a line has no break', () => {
    expect(safeLine(' a\n\n b\tc ')).toBe('a b c');
  });
});

describe('cut and wrap', () => {
  test('a letter is never halved, and a wide one takes two columns', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut('模型选择', 5)).toBe('模型…');
    expect(cut('a👩‍👩‍👧‍👦b', 3)).toBe('a…');
  });

  test('lines are broken between words, and a long word anywhere', () => {
    expect(wrap('one two three', 7, 3)).toEqual(['one two', 'three']);
    expect(wrap('aaaaaaaaaa', 4, 3)).toEqual(['aaaa', 'aaaa', 'aa']);
    expect(wrap('one two three four', 7, 2)).toEqual(['one two', 'three…']);
  });

  test('nothing gets wider than asked, in either measure', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 2, max: 300 }), (text, width) => {
        for (const measure of [(one: string) => stringWidth(one), pixels(13)]) {
          const line = safeLine(text);
          const most = Math.max(width, 2 * measure('…'));
          expect(measure(cut(line, most, measure))).toBeLessThanOrEqual(most);
          const lines = wrap(line, most, 3, measure);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const one of lines) expect(measure(one)).toBeLessThanOrEqual(most);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

test('padding counts columns', () => {
  expect(pad('模', 4, 'right')).toBe('模  ');
  expect(pad('模', 4, 'left')).toBe('  模');
  expect(pad('abcdef', 4, 'left')).toBe('abcdef');
});

test('a direction is that of the first letter that has one', () => {
  expect(directionOf('42 % نعم larch')).toBe('rtl');
  expect(directionOf('larch نعم')).toBe('ltr');
  expect(directionOf('שלום')).toBe('rtl');
  expect(directionOf('42')).toBe('ltr');
});
