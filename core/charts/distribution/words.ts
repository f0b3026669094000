import type { Words } from '../kind.ts';
import { formatValue } from '../numbers.ts';
import type { DistributionPicture } from '../picture.ts';
import { MOST } from '../tidy-parts.ts';
import { isFolded } from './fold.ts';
import { SHARES } from './shares.ts';

type Row = DistributionPicture['rows'][number];

export const distributionWords: Words<DistributionPicture> = {
  figures: ({ rows, categories }) =>
    rows.map((row) => ({
      name: row.basis === '' ? row.label : `${row.label} (${row.basis})`,
      figure: sharesOf(row, categories),
    })),
  relabel: (picture, as) => ({
    ...picture,
    rows: picture.rows.map((row) => ({ ...row, label: as(row.label, row.colour) })),
  }),
  labels: ({ rows, categories }) => [...rows, ...categories].map(({ label }) => label),
  drawnWhole: (picture) => picture.rows.length <= MOST.rows && !isFolded(picture),
};

function sharesOf({ shares }: Row, categories: DistributionPicture['categories']): string {
  if (shares.length === 0) return 'no estimate';
  const share = (index: number) => formatValue(shares[index] ?? 0, SHARES);
  return categories.map(({ label }, index) => `${label} ${share(index)}`).join(', ');
}
