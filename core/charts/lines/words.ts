import type { Words } from '../kind.ts';
import { formatEstimate } from '../numbers.ts';
import type { LinesPicture } from '../picture.ts';
import { MOST } from '../tidy-parts.ts';

export const linesWords: Words<LinesPicture> = {
  figures: ({ lines, steps, axis }) =>
    lines.flatMap(({ label, points }) =>
      points.map((point) => ({
        name: `${label}, ${steps.label} ${point.step}`,
        figure: formatEstimate(point, axis),
      })),
    ),
  relabel: (picture, as) => ({
    ...picture,
    lines: picture.lines.map((line) => ({ ...line, label: as(line.label, line.colour) })),
  }),
  labels: ({ lines }) => lines.map(({ label }) => label),
  drawnWhole: ({ lines, steps }) => lines.length <= MOST.lines && steps.values.length <= MOST.steps,
};
