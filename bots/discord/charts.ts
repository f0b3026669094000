import type { EstimatesPicture, LinesPicture, Picture } from '../../core/charts/picture.ts';
import { codeSafe } from './escape.ts';
import { bar, estimate } from './numbers.ts';
import { lines, oneLine, type Part } from './room.ts';
import { fence } from './table.ts';

const LABEL = 28;
const BAR = 10;
const TITLE = 100;

/** A picture as monospace text, for where no image can be had. Labels are cut to fit beside their bars. */
export function chartPart(picture: Picture): Part {
  const estimates = picture.kind === 'estimates';
  const rows = estimates ? estimateRows(picture) : lineRows(picture);
  const part = lines([oneLine(picture.title, TITLE), ...rows].map(codeSafe), fence);
  const labels = (estimates ? picture.rows : picture.lines).map(({ label }) => label);
  const lossy = picture.title.length > TITLE || labels.some((label) => label.length > LABEL);
  return { ...part, lossy };
}

function estimateRows({ rows, axis }: EstimatesPicture): readonly string[] {
  return rows.map((row) => {
    const filled =
      row.estimate === undefined
        ? ' '.repeat(BAR)
        : bar(row.estimate - axis.min, axis.max - axis.min, BAR);
    const label = oneLine(row.label, LABEL).padEnd(LABEL);
    return `${label} ${filled} ${estimate(row.estimate, row.interval, axis)}`;
  });
}

function lineRows({ lines: all, axis, steps }: LinesPicture): readonly string[] {
  const unit = oneLine(steps.label, LABEL);
  return all.flatMap((line) => [
    oneLine(line.label, LABEL),
    ...line.points.map(
      (point) => `  ${unit} ${point.step}: ${estimate(point.estimate, point.interval, axis)}`,
    ),
  ]);
}
