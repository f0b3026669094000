import { expect, test } from 'vitest';
import { ticks } from '../../core/charts/axis.ts';
import { formatEstimate, formatTick, formatValue } from '../../core/charts/numbers.ts';

const percent = { label: '', min: 0, max: 1, format: 'percent' } as const;
const scale = { label: '', min: 0, max: 100, format: 'number' } as const;
const small = { label: '', min: -1, max: 3, format: 'number' } as const;

test.each([
  [0.424, percent, '42 %'],
  [0, percent, '0 %'],
  [-0.001, percent, '0 %'],
  [-0.2, percent, '−20 %'],
  [0.0123, { ...percent, max: 0.05 }, '1.23 %'],
  [87.4, scale, '87'],
  [0.5, small, '0.50'],
  [12, { ...small, max: 10_000 }, '12'],
])('%d reads %s', (value, axis, expected) => {
  expect(formatValue(value, axis)).toBe(expected);
});

test('an estimate has its interval beside it, or says that there is none', () => {
  expect(formatEstimate({ estimate: 0.42, interval: [0.29, 0.56] }, percent)).toBe('42 % [29, 56]');
  expect(formatEstimate({ estimate: 0.42 }, percent)).toBe('42 %');
  expect(formatEstimate({}, percent)).toBe('no estimate');
});

test('ticks are round, lie within the axis, and are never more than asked by much', () => {
  expect(ticks(percent, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(ticks(small, 5)).toEqual([-1, 0, 1, 2, 3]);
  expect(ticks({ min: 1, max: 5 }, 3)).toEqual([2, 4]);
  expect(ticks({ min: 0.1, max: 0.13 }, 4)).toEqual([0.1, 0.11, 0.12, 0.13]);
  expect(ticks(scale, 5).map((value) => formatTick(value, scale))).toEqual([
    '0',
    '25',
    '50',
    '75',
    '100',
  ]);
});
