import type { Words } from '../kind.ts';
import { formatEstimate } from '../numbers.ts';
import type { EstimatesPicture } from '../picture.ts';
import { MOST } from '../tidy-parts.ts';

export const estimatesWords: Words<EstimatesPicture> = {
  figures: ({ rows, axis, chance }) => [
    ...rows.map((row) => ({ name: row.label, figure: formatEstimate(row, axis) })),
    ...(chance === undefined
      ? []
      : [{ name: 'chance', figure: formatEstimate({ estimate: chance }, axis) }]),
  ],
  relabel: (picture, as) => ({
    ...picture,
    rows: picture.rows.map((row) => ({ ...row, label: as(row.label, row.colour) })),
  }),
  labels: ({ rows }) => rows.map(({ label }) => label),
  drawnWhole: ({ rows }) => rows.length <= MOST.rows,
};
