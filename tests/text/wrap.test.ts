import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../core/text/columns.ts';
import { sanitiseTerminal } from '../../core/text/sanitise-terminal.ts';
import { wrap, wrapTruncated } from '../../core/text/wrap.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

const letters = (text: string): string => text.replace(/\s+/g, '');

test('lines break between words, and inside a word that is longer than a line', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a bbbbbbbb c', 4)).toEqual(['a bb', 'bbbb', 'bb c']);
  expect(wrap('模型选择', 5)).toEqual(['模型', '选择']);
});

test('line breaks and indents stay', () => {
  expect(wrap('a\n\n  b c d', 5)).toEqual(['a', '', '  b c', '  d']);
});

test('no line ends with a space', () => {
  expect(wrap('a  b', 2)).toEqual(['a', 'b']);
  expect(wrap('a\n    \nb', 5)).toEqual(['a', '', 'b']);
});

test('nothing is lost, and nothing is wider than asked', () => {
  fc.assert(
    fc.property(nastyText, fc.integer({ min: 4, max: 120 }), (given, width) => {
      const text = sanitiseTerminal(given).slice(0, 2000).toWellFormed();
      const lines = wrap(text, width);
      expect(letters(lines.join(''))).toBe(letters(text));
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
    }),
    { seed: 31, numRuns: 200 },
  );
});

describe('with a limit of lines', () => {
  test('the last line ends with an ellipsis', () => {
    expect(wrapTruncated('one two three four', 7, 2)).toEqual(['one two', 'three…']);
    expect(wrapTruncated('one two', 7, 2)).toEqual(['one two']);
    expect(wrapTruncated('aaaaaaaaaa', 4, 2)).toEqual(['aaaa', 'aaa…']);
  });

  test('any measure may be used, such as pixels', () => {
    const tens = (text: string): number => 10 * text.length;
    expect(wrapTruncated('one two three', 70, 2, tens)).toEqual(['one two', 'three']);
    expect(wrapTruncated('one two three', 40, 2, tens)).toEqual(['one', 'two…']);
  });
});
