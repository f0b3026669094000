import { safe, safeLine } from './letters.ts';
import type { Axis, EstimatesPicture, LinesPicture, Picture } from './picture.ts';

/** More than these cannot be told apart in one picture; the table beside it has all. */
const MOST_ROWS = 40;
const MOST_LINES = 16;
const MOST_STEPS = 64;
/** Beyond these a picture shows nothing, and sums of them overflow. */
const FARTHEST = 1e12;

/**
 * The same picture with harmless texts, and with numbers that can be drawn: finite, intervals from
 * low to high, an axis of some length that holds them all.
 */
export function tidy(picture: Picture): Picture {
  return picture.kind === 'estimates' ? tidyEstimates(picture) : tidyLines(picture);
}

function tidyEstimates(picture: EstimatesPicture): EstimatesPicture {
  const rows = picture.rows.slice(0, MOST_ROWS).map((row) => ({
    label: safeLine(row.label),
    colour: finite(row.colour) ?? 0,
    estimate: finite(row.estimate),
    interval: finite(row.estimate) === undefined ? undefined : ordered(row.interval),
    reference: row.reference === true,
  }));
  const values = rows.flatMap((row) => [row.estimate, ...(row.interval ?? [])]);
  return { ...picture, ...texts(picture), axis: tidyAxis(picture.axis, values), rows };
}

function tidyLines(picture: LinesPicture): LinesPicture {
  const steps = [...new Set(picture.steps.values.filter(Number.isFinite))].slice(0, MOST_STEPS);
  const known = new Set(steps);
  const lines = picture.lines.slice(0, MOST_LINES).map((line) => ({
    label: safeLine(line.label),
    colour: finite(line.colour) ?? 0,
    dash: finite(line.dash) ?? 0,
    points: line.points
      .filter((point) => known.has(point.step) && finite(point.estimate) !== undefined)
      .filter(({ step }, index, all) => all.findIndex((other) => other.step === step) === index)
      .map(({ step, estimate, interval }) => ({ step, estimate, interval: ordered(interval) }))
      .toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step)),
  }));
  const values = lines.flatMap((line) =>
    line.points.flatMap((point) => [point.estimate, ...(point.interval ?? [])]),
  );
  return {
    ...picture,
    ...texts(picture),
    axis: tidyAxis(picture.axis, values),
    steps: { label: safeLine(picture.steps.label), values: steps },
    lines,
  };
}

const texts = ({ title, alt }: Picture): Pick<Picture, 'title' | 'alt'> => ({
  title: safeLine(title),
  alt: safe(alt),
});

function tidyAxis(axis: Axis, values: readonly (number | undefined)[]): Axis {
  const ends = [axis.min, axis.max, ...values].flatMap((value) => finite(value) ?? []);
  const min = ends.length === 0 ? 0 : Math.min(...ends);
  const max = ends.length === 0 ? 1 : Math.max(...ends);
  const room = max - min > 1e-9 * Math.max(Math.abs(min), Math.abs(max)) ? 0 : Math.abs(max) || 1;
  return { label: safeLine(axis.label), format: axis.format, min, max: max + room };
}

function ordered(interval: readonly [number, number] | undefined): [number, number] | undefined {
  const [a, b] = [finite(interval?.[0]), finite(interval?.[1])];
  return a === undefined || b === undefined ? undefined : [Math.min(a, b), Math.max(a, b)];
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) <= FARTHEST ? value : undefined;
}
