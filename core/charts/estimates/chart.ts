import type { ChartKind } from '../chart-kind.ts';
import { formatEstimate } from '../numbers.ts';
import type { SeriesData } from '../series.ts';
import { MOST } from '../tidy.ts';
import { estimatesCharacters } from './characters.ts';
import type { EstimatesPicture } from './picture.ts';
import { tidyEstimates } from './tidy.ts';

export const chart: ChartKind<EstimatesPicture> = {
  kind: 'estimates',
  tidy: tidyEstimates,
  draw: async (...given) => (await import('./draw.ts')).drawEstimates(...given),
  characters: estimatesCharacters,
  figures: ({ rows, axis, chance }) => [
    ...rows.map((row) => ({ name: row.label, figure: formatEstimate(row, axis) })),
    ...(chance === undefined
      ? []
      : [{ name: 'chance', figure: formatEstimate({ estimate: chance }, axis) }]),
  ],
  series: barsOf,
  relabel: (picture, as) => ({
    ...picture,
    rows: picture.rows.map((row) => ({ ...row, label: as(row.label, row.colour) })),
  }),
  labels: ({ rows }) => rows.map(({ label }) => label),
  isDrawnWhole: ({ rows }) => rows.length <= MOST.rows,
};

/** Series of a picture without intervals and without a line across, on an axis that begins at zero. */
function barsOf({ rows, axis, chance }: EstimatesPicture): SeriesData | undefined {
  if (axis.min !== 0 || chance !== undefined) return undefined;
  const values = rows.flatMap(({ estimate, interval }) =>
    estimate === undefined || interval ? [] : [estimate],
  );
  if (values.length !== rows.length) return undefined;
  const categories = rows.map(({ label }) => label);
  return { mark: 'bar', axis, categories, series: [{ name: 'estimate', values }] };
}
