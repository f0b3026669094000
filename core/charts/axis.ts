import { truncateMeasured } from '../text/truncate.ts';
import type { PlacedText } from './drawing.ts';
import { SIZES, SMALL, textAt, textLines } from './frame.ts';
import { formatTick } from './numbers.ts';
import { line } from './shapes.ts';
import type { Theme } from './theme.ts';

/** The numbers that a picture stands on. */
export interface Axis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** The way a value is printed: 0.42 as 42 %, or 3.1 as it is. */
  readonly format: 'percent' | 'number';
}

/** An axis drawn beside or below its plot. */
export interface DrawnAxis {
  readonly shapes: readonly string[];
  readonly texts: readonly PlacedText[];
}

/** Pixels between an axis and its labels, and between two labels. */
const PADDING = 6;
/** Lines of one pixel are sharp between whole pixels. */
const SHARP = 0.5;

/** The place of a value along so many pixels. */
export function scale(axis: Pick<Axis, 'min' | 'max'>, length: number): (value: number) => number {
  return (value) => ((value - axis.min) / (axis.max - axis.min)) * length;
}

/** A quiet axis below a plot, its outermost labels within its ends. */
export function axisBelow(axis: Axis, width: number, height: number, theme: Theme): DrawnAxis {
  const place = scale(axis, width);
  const labels = ticksOf(axis, width).map((value) => {
    const x = place(value);
    const anchor = x <= 1 ? 'start' : x >= width - 1 ? 'end' : 'middle';
    return { text: formatTick(value, axis), x, anchor } as const;
  });
  return { shapes: [baseline(width, height, theme)], texts: labelsBelow(labels, height, theme) };
}

export function baseline(width: number, height: number, theme: Theme): string {
  const y = height + SHARP;
  return line({ x: SHARP, y }, { x: width + SHARP, y }, { stroke: theme.line });
}

/** Labels below a plot, without those that would run into the one before. */
export function labelsBelow(
  labels: readonly Pick<PlacedText, 'text' | 'x' | 'anchor'>[],
  height: number,
  theme: Theme,
): readonly PlacedText[] {
  let end = Number.NEGATIVE_INFINITY;
  return labels.flatMap(({ text, x, anchor }) => {
    const taken = SMALL(text);
    const from = x - { start: 0, middle: taken / 2, end: taken }[anchor];
    if (from < end + PADDING) return [];
    end = from + taken;
    return textLines([text], { x, y: height + PADDING }, { ...quiet(theme), anchor });
  });
}

/** A quiet axis at the left of a plot, with a line across for each of its values. @param room pixels for its labels */
export function axisAtLeft(
  axis: Axis,
  plot: { readonly width: number; readonly height: number; readonly room: number },
  theme: Theme,
): DrawnAxis {
  const { width, height, room } = plot;
  const place = scale(axis, height);
  const ticks = ticksOf(axis, height).map((value) => ({ value, y: height - place(value) }));
  const across = ticks.map(({ y }) =>
    line({ x: SHARP, y: y + SHARP }, { x: width + SHARP, y: y + SHARP }, { stroke: theme.line }),
  );
  const upright = line({ x: SHARP, y: SHARP }, { x: SHARP, y: height }, { stroke: theme.line });
  return {
    shapes: [...across, upright],
    texts: ticks.flatMap(({ value, y }) =>
      textAt(
        truncateMeasured(formatTick(value, axis), room - PADDING, SMALL),
        { x: -PADDING, y },
        {
          ...quiet(theme),
          anchor: 'end',
        },
      ),
    ),
  };
}

const quiet = (theme: Theme) => ({ fill: theme.muted, size: SIZES.small });

const ticksOf = (axis: Axis, length: number): readonly number[] =>
  ticks(axis, Math.max(2, Math.min(6, Math.floor(length / 60))));

/** Round values within the axis, and its two ends where none is near enough. */
export function ticks({ min, max }: Pick<Axis, 'min' | 'max'>, most: number): number[] {
  const rough = (max - min) / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * power)
    .find((one) => one >= rough * 0.999);
  if (step === undefined || !(step > 0)) return [min, max];
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  const inside = Array.from({ length: Math.min(count, most + 2) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return inside.length > 1 ? inside : [min, max];
}
