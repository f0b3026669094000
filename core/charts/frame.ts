import type { TopLevelSpec } from 'vega-lite';
import type { Axis } from './axis.ts';
import { pixels, wrap } from './letters.ts';
import { formatTick } from './numbers.ts';
import type { Theme } from './theme.ts';

/** Sizes in CSS pixels. No text is smaller than `small`, so that a phone can show it as it is. */
export const SIZES = { text: 13, small: 12, title: 15, lineHeight: 17, side: 14 } as const;

export const TEXT = pixels(SIZES.text);
export const SMALL = pixels(SIZES.small);
const TITLE = pixels(SIZES.title * 1.06);

/** The part of a specification that all pictures share, for `width` pixels between the sides. */
export interface Frame {
  readonly width: number;
  /** Where the picture begins below its title. */
  readonly top: number;
  readonly head: Pick<TopLevelSpec, '$schema' | 'autosize' | 'background' | 'config'>;
  readonly title: readonly string[];
}

/** @param full the width of the whole picture */
export function frame(title: string, theme: Theme, full: number): Frame {
  const width = full - 2 * SIZES.side;
  const lines = title === '' ? [] : wrap(title, width, 3, TITLE);
  return {
    width,
    top: 14 + lines.length * (SIZES.title + 5),
    title: lines,
    head: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      autosize: { type: 'none' },
      background: theme.ground,
      config: config(theme),
    },
  };
}

/**
 * Lines of text at a place in the plot, in pixels. They reach Vega as data, which it only shows;
 * a text in the specification itself (`valueOf`, say) can be taken for something else.
 */
export function textLayer(
  lines: readonly string[],
  at: { readonly x: number; readonly y: number },
  style: {
    readonly color: string;
    readonly fontSize: number;
    readonly align?: 'left' | 'center';
    readonly fontWeight?: 400 | 600;
  },
) {
  return {
    data: { values: lines.length === 0 ? [] : [{ lines: [...lines] }] },
    mark: {
      type: 'text' as const,
      align: 'left' as const,
      baseline: 'top' as const,
      lineHeight: style.fontSize + 5,
      ...style,
    },
    encoding: {
      x: { value: at.x },
      y: { value: at.y },
      text: { field: 'lines', type: 'nominal' as const },
    },
  };
}

/** The title, which stands above the plot. @param left of the plot's own left edge */
export function titleLayer({ title, top }: Frame, theme: Theme, left: number) {
  const style = { color: theme.ink, fontSize: SIZES.title, fontWeight: 600 } as const;
  return textLayer(title, { x: -left, y: 10 - top }, style);
}

/** The lines of a small label, none where it is empty. */
export function labelLines(label: string, width: number, most: number): readonly string[] {
  return label === '' ? [] : wrap(label, width, most, SMALL);
}

/** A quiet axis with few ticks, each labelled as its format says. @param length in pixels */
export function axisOf(axis: Axis, length: number) {
  const values = ticks(axis, Math.max(2, Math.min(6, Math.floor(length / 60))));
  const labels = values.map((value) => formatTick(value, axis));
  return {
    values,
    title: null,
    labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(values)}, datum.value)]`,
  };
}

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

function config(theme: Theme): NonNullable<TopLevelSpec['config']> {
  return {
    aria: false,
    font: 'system-ui, "Noto Sans", sans-serif',
    view: { stroke: null },
    text: { fontSize: SIZES.text, color: theme.ink, lineHeight: SIZES.lineHeight },
    axis: {
      labelFontSize: SIZES.small,
      labelColor: theme.muted,
      labelFlush: true,
      gridColor: theme.line,
      domainColor: theme.line,
      ticks: false,
      labelPadding: 6,
    },
  };
}
