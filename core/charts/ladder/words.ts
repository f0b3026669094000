import type { Words } from '../kind.ts';
import { formatEstimate } from '../numbers.ts';
import type { LadderPicture } from '../picture.ts';
import { MOST } from '../tidy-parts.ts';

export const ladderWords: Words<LadderPicture> = {
  figures: ({ series, rungs, axis, reference }) => [
    ...series.flatMap(({ label, points }) =>
      points.map((point) => ({
        name: `${label}, ${rungs.names[point.rung] ?? point.rung}`,
        figure: formatEstimate(point, axis),
      })),
    ),
    ...(reference ? [{ name: reference.label, figure: formatEstimate(reference, axis) }] : []),
  ],
  relabel: (picture, as) => ({
    ...picture,
    series: picture.series.map((one) => ({ ...one, label: as(one.label, one.colour) })),
  }),
  labels: ({ series, rungs }) => [...series.map(({ label }) => label), ...rungs.names],
  drawnWhole: ({ series, rungs }) =>
    series.length <= MOST.lines && rungs.names.length <= MOST.rungs,
};
