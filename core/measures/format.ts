import type { MeasureResult } from '../domain/comparison.ts';

type Form = Pick<MeasureResult, 'format' | 'scale' | 'per'>;

/** `42 %`, `3.1` or `0.12 bits`; `more` digits than usual where a sentence needs them to add up. */
export function value(number: number, measure: Form, more = 0): string {
  const unit = measure.format === 'percent' ? ' %' : unitOf(measure);
  return `${shown(number, measure, more)}${unit}`;
}

/** Any format but the two that have a sense of their own is the unit's name. */
function unitOf({ format }: Form): string {
  return format === 'number' ? '' : ` ${format}`;
}

/** `29 to 56`: without a unit, since the estimate beside it has it. */
export function interval([low, high]: readonly [number, number], measure: Form): string {
  return `${shown(low, measure)} to ${shown(high, measure)}`;
}

/** A difference without its sign: `37 points` of per cent, `0.8`, or `0.8 a turn`. */
export function distance(number: number, measure: Form, more = 0): string {
  const text = shown(Math.abs(number), measure, more);
  const unit =
    measure.format === 'percent' ? ` ${text === '1' ? 'point' : 'points'}` : unitOf(measure);
  return `${text}${unit}${measure.per === undefined ? '' : ` a ${measure.per}`}`;
}

/** The number as it is printed. */
export function rounded(number: number, measure: Form, more = 0): number {
  return Number(digitsOf(number, measure, more));
}

/** A number with so many decimals, and a real minus. */
export function bare(number: number, decimals: number): string {
  return signed(number.toFixed(decimals));
}

/** A share in whole per cent. */
export function percent(share: number): string {
  return `${bare(100 * share, 0)} %`;
}

function shown(number: number, measure: Form, more = 0): string {
  return signed(digitsOf(number, measure, more));
}

function signed(text: string): string {
  return text.replace(/^-(0(?:\.0+)?)$/, '$1').replace('-', '−');
}

function digitsOf(number: number, { format, scale, per }: Form, more: number): string {
  if (format === 'percent') return (100 * number).toFixed(more);
  return number.toFixed(digits(scale) + (per === undefined ? 0 : 1) + more);
}

function digits([low, high]: readonly [number, number]): number {
  const width = high - low;
  return width >= 50 ? 0 : width >= 3 ? 1 : 2;
}
