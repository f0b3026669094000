import type { Axis } from './axis.ts';

/** 0.42 as `42 %` or as `0.42`, with as many decimals as the axis lets one tell apart. */
export function formatValue(value: number, axis: Axis): string {
  return axis.format === 'percent' ? `${digits(value, axis)} %` : digits(value, axis);
}

/** A number with its interval, where there are such. */
export interface Estimate {
  readonly estimate?: number | undefined;
  readonly interval?: readonly [number, number] | undefined;
}

/** `42 % [29, 56]`, or `no estimate`. */
export function formatEstimate(row: Estimate, axis: Axis): string {
  if (row.estimate === undefined) return 'no estimate';
  const value = formatValue(row.estimate, axis);
  if (row.interval === undefined) return value;
  return `${value} [${row.interval.map((end) => digits(end, axis)).join(', ')}]`;
}

/** A value that is round on its axis: no more decimals than it has. */
export function formatTick(value: number, axis: Axis): string {
  const scaled = Number((value * factor(axis)).toPrecision(6));
  return `${signed(String(scaled))}${axis.format === 'percent' ? ' %' : ''}`;
}

/** A hundredth of the axis is the finest step that anybody sees in a picture. */
function digits(value: number, axis: Axis): string {
  const span = (axis.max - axis.min) * factor(axis);
  const decimals = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(span))));
  const shown = (value * factor(axis)).toFixed(Number.isFinite(decimals) ? decimals : 0);
  return signed(Number(shown) === 0 ? shown.replace('-', '') : shown);
}

const factor = ({ format }: Axis): number => (format === 'percent' ? 100 : 1);

const signed = (text: string): string => text.replace('-', '\u2212');
