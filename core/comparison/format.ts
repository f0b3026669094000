import type { MeasureResult } from './types.ts';

type Form = Pick<MeasureResult, 'format' | 'scale' | 'per'>;

/** `42 %` or `3.1`; `more` digits than usual where a sentence needs them to add up. */
export function value(number: number, measure: Form, more = 0): string {
  const text = bare(number, measure, more);
  return measure.format === 'percent' ? `${text} %` : text;
}

/** `29 to 56`: without a unit, since the estimate beside it has it. */
export function interval([low, high]: readonly [number, number], measure: Form): string {
  return `${bare(low, measure)} to ${bare(high, measure)}`;
}

/** A difference without its sign: `37 points` of per cent, `0.8`, or `0.8 a turn`. */
export function distance(number: number, measure: Form, more = 0): string {
  const text = bare(Math.abs(number), measure, more);
  const points = measure.format === 'percent' ? ` ${text === '1' ? 'point' : 'points'}` : '';
  return `${text}${points}${measure.per === undefined ? '' : ` a ${measure.per}`}`;
}

/** The number as it is printed. */
export function rounded(number: number, measure: Form, more = 0): number {
  return Number(shown(number, measure, more));
}

function bare(number: number, measure: Form, more = 0): string {
  return shown(number, measure, more)
    .replace(/^-(0(?:\.0+)?)$/, '$1')
    .replace('-', '−');
}

function shown(number: number, { format, scale, per }: Form, more: number): string {
  if (format === 'percent') return (100 * number).toFixed(more);
  return number.toFixed(digits(scale) + (per === undefined ? 0 : 1) + more);
}

function digits([low, high]: readonly [number, number]): number {
  const width = high - low;
  return width >= 50 ? 0 : width >= 3 ? 1 : 2;
}
