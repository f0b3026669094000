import type { ChartKind } from '../chart-kind.ts';
import { formatEstimate } from '../numbers.ts';
import type { SeriesData } from '../series.ts';
import { MOST } from '../tidy.ts';
import { linesCharacters } from './characters.ts';
import type { LinesPicture } from './picture.ts';
import { tidyLines } from './tidy.ts';

export const chart: ChartKind<LinesPicture> = {
  kind: 'lines',
  tidy: tidyLines,
  draw: async (...given) => (await import('./draw.ts')).drawLines(...given),
  characters: linesCharacters,
  figures: ({ lines, steps, axis }) =>
    lines.flatMap(({ label, points }) =>
      points.map((point) => ({
        name: `${label}, ${steps.label} ${point.step}`,
        figure: formatEstimate(point, axis),
      })),
    ),
  series: linesOf,
  relabel: (picture, as) => ({
    ...picture,
    lines: picture.lines.map((line) => ({ ...line, label: as(line.label, line.colour) })),
  }),
  labels: ({ lines }) => lines.map(({ label }) => label),
  isDrawnWhole: ({ lines, steps }) =>
    lines.length <= MOST.lines && steps.values.length <= MOST.steps,
};

/** Series of a picture without intervals in which every line has every step. */
function linesOf({ lines, steps, axis }: LinesPicture): SeriesData | undefined {
  const series = lines.map(({ label, points }) => ({
    name: label,
    values: steps.values.flatMap((step) => {
      const found = points.find((one) => one.step === step);
      return !found || found.interval ? [] : [found.estimate];
    }),
  }));
  if (series.some(({ values }) => values.length !== steps.values.length)) return undefined;
  return { mark: 'line', axis, across: steps.label, categories: steps.values.map(String), series };
}
