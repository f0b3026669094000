import { expect, test } from 'vitest';
import { duration } from '../../core/text/duration.ts';
import { dollars } from '../../core/text/money.ts';
import { digits, listAnd, listOr, plural } from '../../core/text/plural.ts';

test.each([
  [0, '0 calls'],
  [1, '1 call'],
  [1200, '1,200 calls'],
])('%i', (number, text) => {
  expect(plural(number, 'call')).toBe(text);
});

test.each([0, 7, 999, 1000, -1234, 65_535, 1_234_567, 2 ** 53 - 1, 1234.5, 2 ** 60])(
  '%d is grouped as a locale has it',
  (number) => {
    expect(digits(number)).toBe(number.toLocaleString('en-GB'));
  },
);

test('a word has the plural that it has', () => {
  expect(plural(2, 'reply', 'replies')).toBe('2 replies');
  expect(plural(1, 'reply', 'replies')).toBe('1 reply');
});

test('lists in a sentence', () => {
  expect(listAnd([])).toBe('');
  expect(listAnd(['a'])).toBe('a');
  expect(listAnd(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listOr(['a', 'b', 'c'])).toBe('a, b or c');
});

test.each([
  [4_120, '4.1 s'],
  [40_000, '40 s'],
  [60_000, '1 min'],
  [72_000, '1 min 12 s'],
  [7_500_000, '2 h 5 min'],
])('%i ms are %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [0, '$0'],
  [0.0031, '$0.0031'],
  [0.00000004, '$0.00000004'],
  [1.239, '$1.24'],
])('%d dollars are %s', (usd, text) => {
  expect(dollars(usd)).toBe(text);
});
