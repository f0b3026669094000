import type { ChartKind } from '../chart-kind.ts';
import { formatEstimate } from '../numbers.ts';
import type { SeriesData } from '../series.ts';
import { MOST } from '../tidy.ts';
import { ladderCharacters } from './characters.ts';
import type { LadderPicture } from './picture.ts';
import { tidyLadder } from './tidy.ts';

export const chart: ChartKind<LadderPicture> = {
  kind: 'ladder',
  tidy: tidyLadder,
  draw: async (...given) => (await import('./draw.ts')).drawLadder(...given),
  characters: ladderCharacters,
  figures: ({ series, rungs, axis, reference }) => [
    ...series.flatMap(({ label, points }) =>
      points.map((point) => ({
        name: `${label}, ${rungs.names[point.rung] ?? point.rung}`,
        figure: formatEstimate(point, axis),
      })),
    ),
    ...(reference ? [{ name: reference.label, figure: formatEstimate(reference, axis) }] : []),
  ],
  series: linesOf,
  relabel: (picture, as) => ({
    ...picture,
    series: picture.series.map((one) => ({ ...one, label: as(one.label, one.colour) })),
  }),
  labels: ({ series, rungs }) => [...series.map(({ label }) => label), ...rungs.names],
  isDrawnWhole: ({ series, rungs }) =>
    series.length <= MOST.lines && rungs.names.length <= MOST.rungs,
};

/** Series of a picture without intervals in which each has every rung; the reference is a line of its own. */
function linesOf({ series, rungs, axis, reference }: LadderPicture): SeriesData | undefined {
  const lines = series.map(({ label, points }) => ({
    name: label,
    values: rungs.names.flatMap((_, rung) => {
      const found = points.find((one) => one.rung === rung);
      return !found || found.interval ? [] : [found.estimate];
    }),
  }));
  const rungCount = rungs.names.length;
  if (lines.length === 0 || lines.some(({ values }) => values.length !== rungCount)) {
    return undefined;
  }
  const across = reference && {
    name: reference.label,
    values: rungs.names.map(() => reference.estimate),
  };
  return {
    mark: 'line',
    axis,
    across: rungs.label,
    categories: rungs.names,
    series: across ? [...lines, across] : lines,
  };
}
