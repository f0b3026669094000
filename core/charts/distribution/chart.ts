import type { ChartKind } from '../chart-kind.ts';
import { formatValue } from '../numbers.ts';
import type { SeriesData } from '../series.ts';
import { MOST } from '../tidy.ts';
import { distributionCharacters } from './characters.ts';
import { isFolded } from './fold.ts';
import type { DistributionPicture } from './picture.ts';
import { SHARES } from './shares.ts';
import { tidyDistribution } from './tidy.ts';

type Row = DistributionPicture['rows'][number];

export const chart: ChartKind<DistributionPicture> = {
  kind: 'distribution',
  tidy: tidyDistribution,
  draw: async (...given) => (await import('./draw.ts')).drawDistribution(...given),
  characters: distributionCharacters,
  figures: ({ rows, categories }) =>
    rows.map((row) => ({
      name: row.basis === '' ? row.label : `${row.label} (${row.basis})`,
      figure: sharesOf(row, categories),
    })),
  series: barsOf,
  relabel: (picture, as) => ({
    ...picture,
    rows: picture.rows.map((row) => ({ ...row, label: as(row.label, row.colour) })),
  }),
  labels: ({ rows, categories }) => [...rows, ...categories].map(({ label }) => label),
  isDrawnWhole: (picture) => picture.rows.length <= MOST.rows && !isFolded(picture),
};

function sharesOf({ shares }: Row, categories: DistributionPicture['categories']): string {
  if (shares.length === 0) return 'no estimate';
  const share = (index: number) => formatValue(shares[index] ?? 0, SHARES);
  return categories.map(({ label }, index) => `${label} ${share(index)}`).join(', ');
}

/** A series for each category, where every row has its shares. */
function barsOf({ rows, categories }: DistributionPicture): SeriesData | undefined {
  if (rows.some(({ shares }) => shares.length !== categories.length)) return undefined;
  return {
    mark: 'bar',
    axis: { ...SHARES, label: 'share' },
    categories: rows.map(({ label }) => label),
    series: categories.map(({ label }, category) => ({
      name: label,
      values: rows.map(({ shares }) => shares[category] ?? 0),
    })),
  };
}
