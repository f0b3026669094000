import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { directionOf, pixels } from '../../core/charts/pixels.ts';
import { padColumns, truncateColumns } from '../../core/text/columns.ts';
import { sanitisePicture, sanitisePictureLine } from '../../core/text/sanitise-picture.ts';
import { truncateMeasured } from '../../core/text/truncate.ts';
import { wrapTruncated } from '../../core/text/wrap.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

describe('a text of a picture', () => {
  test.each([
    ['a\u0000b\u0007c', 'a b c'],
    ['\u001B[31mred\u001B[0m', 'red'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['a\r\nb\u2028c\n\n\n\nd', 'a\nb\nc\n\nd'],
    ['lone \uD83D end', 'lone \uFFFD end'],
    [`e${'\u0301'.repeat(9)}`, 'é\u0301\u0301\u0301'],
    ['👩‍👩‍👧‍👦 می‌خواهم', '👩‍👩‍👧‍👦 می‌خواهم'],
  ])('%j', (given, expected) => {
    expect(sanitisePicture(given)).toBe(expected);
  });

  test('a line has no break', () => {
    expect(sanitisePictureLine(' a\n\n b\tc ')).toBe('a b c');
  });
});

describe('cut and wrap', () => {
  test('a letter is never halved, and a wide one takes two columns', () => {
    expect(truncateColumns('abcdef', 6)).toBe('abcdef');
    expect(truncateColumns('abcdef', 4)).toBe('abc…');
    expect(truncateColumns('模型选择', 5)).toBe('模型…');
    expect(truncateColumns('a👩‍👩‍👧‍👦b', 3)).toBe('a…');
  });

  test('lines are broken between words, and a long word anywhere', () => {
    expect(wrapTruncated('one two three', 7, 3)).toEqual(['one two', 'three']);
    expect(wrapTruncated('aaaaaaaaaa', 4, 3)).toEqual(['aaaa', 'aaaa', 'aa']);
    expect(wrapTruncated('one two three four', 7, 2)).toEqual(['one two', 'three…']);
  });

  test('nothing gets wider than asked, in either measure', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 2, max: 300 }), (text, width) => {
        for (const measure of [(one: string) => stringWidth(one), pixels(13)]) {
          const line = sanitisePictureLine(text);
          const most = Math.max(width, 2 * measure('…'));
          expect(measure(truncateMeasured(line, most, measure))).toBeLessThanOrEqual(most);
          const lines = wrapTruncated(line, most, 3, measure);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const one of lines) expect(measure(one)).toBeLessThanOrEqual(most);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

test('padding counts columns', () => {
  expect(padColumns('模', 4, 'left')).toBe('模  ');
  expect(padColumns('模', 4, 'right')).toBe('  模');
  expect(padColumns('abcdef', 4, 'right')).toBe('abcdef');
});

test('a direction is that of the first letter that has one', () => {
  expect(directionOf('42 % نعم larch')).toBe('rtl');
  expect(directionOf('larch نعم')).toBe('ltr');
  expect(directionOf('שלום')).toBe('rtl');
  expect(directionOf('42')).toBe('ltr');
});
