import { expect, test } from 'vitest';
import { nearest, suggest } from '../../core/text/nearest.ts';

const names = [
  'embodiment-slip',
  'role-take',
  'two-narrators',
  'quick-five',
  'drift',
  'run',
  'rerun',
];

test.each([
  ['embodyment-slip', 'embodiment-slip'],
  ['Embodiment-Slip', 'embodiment-slip'],
  ['embodiment_slip', 'embodiment-slip'],
  ['embodyment', 'embodiment-slip'],
  ['embod', 'embodiment-slip'],
  ['slip', 'embodiment-slip'],
  ['narrators', 'two-narrators'],
  ['drfit', 'drift'],
  ['rnu', 'run'],
  ['rerurn', 'rerun'],
  ['quickfive', 'quick-five'],
  ['ｄｒｉｆｔ', 'drift'],
])('%s is %s', (typed, meant) => {
  expect(nearest(typed, names)).toBe(meant);
});

test.each(['', ' ', 'x', 'q', 'sugar', 'rowing', 'embodiment-slip-and-more', 'd'.repeat(10_000)])(
  '%s is none of them',
  (typed) => {
    expect(nearest(typed, names)).toBeUndefined();
  },
);

test('offers the name, or what there is', () => {
  expect(suggest('drfit', names, 'See probes.')).toBe('Did you mean drift?');
  expect(suggest('sugar', names, 'See probes.')).toBe('See probes.');
});
