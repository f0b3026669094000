import { describe, expect, test } from 'vitest';
import { excerpt } from '../../core/text/excerpt.ts';
import { quoted } from '../../core/text/quoted.ts';
import { collapse } from '../../core/text/sanitise.ts';

describe('an excerpt', () => {
  test('tells whether it lost something', () => {
    expect(excerpt('four', 4)).toEqual({ text: 'four', cut: false });
    expect(excerpt('fives', 4)).toEqual({ text: 'fiv…', cut: true });
  });

  test('tells so too where what it left unread was all that there was to see', () => {
    expect(excerpt(`${' '.repeat(100)}word`, 10)).toEqual({ text: '(empty)', cut: true });
  });

  test('is of the text as it is read', () => {
    expect(excerpt('a    b', 3, collapse)).toEqual({ text: 'a b', cut: false });
  });
});

describe('what somebody gave', () => {
  test('is repeated in quotation marks, on one line, cut short', () => {
    expect(quoted('two\n lines')).toBe('“two lines”');
    expect(quoted('x'.repeat(50))).toBe(`“${'x'.repeat(39)}…”`);
    expect(quoted('x'.repeat(50), 60)).toBe(`“${'x'.repeat(50)}”`);
  });

  test('does nothing there', () => {
    expect(quoted('a\u202eb\u001b[31m')).toBe('“a b [31m”');
  });
});
