import type { MeasureResult } from './types.ts';

type Format = MeasureResult['format'];

/** `42 %` or `3.1`: two significant digits after the point only where the scale is narrow. */
export function value(
  number: number,
  { format, scale }: Pick<MeasureResult, 'format' | 'scale'>,
): string {
  if (format === 'percent') return `${Math.round(100 * number)} %`;
  return number.toFixed(digits(scale));
}

/** `29 to 56`: without a unit, since the estimate beside it has it. */
export function interval(
  [low, high]: readonly [number, number],
  measure: Pick<MeasureResult, 'format' | 'scale'>,
): string {
  return `${bare(low, measure)} to ${bare(high, measure)}`;
}

/** A difference without its sign: `37 points` of per cent, or `0.8`. */
export function distance(number: number, measure: Pick<MeasureResult, 'format' | 'scale'>): string {
  const text = bare(Math.abs(number), measure);
  return measure.format === 'percent' ? `${text} ${text === '1' ? 'point' : 'points'}` : text;
}

function bare(
  number: number,
  { format, scale }: { format: Format; scale: readonly [number, number] },
) {
  const text =
    format === 'percent' ? String(Math.round(100 * number)) : number.toFixed(digits(scale));
  return text === '-0' ? '0' : text.replace(/^-(0(?:\.0+)?)$/, '$1').replace('-', '−');
}

function digits([low, high]: readonly [number, number]): number {
  const width = high - low;
  return width >= 50 ? 0 : width >= 3 ? 1 : 2;
}
