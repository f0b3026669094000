import type { EstimatesPicture } from '../../../../core/charts/picture.ts';
import { type Chart, chart, labelsOf, point } from './parts.ts';

/** Bars, where there are no intervals, no line across, and the axis begins at zero. */
export function estimatesChart({ rows, axis, chance }: EstimatesPicture): Chart | undefined {
  const labels = labelsOf(rows.map((row) => row.label));
  if (!labels || axis.min !== 0 || chance !== undefined) return undefined;
  const data = rows.flatMap(({ estimate, interval }, index) =>
    estimate === undefined || interval ? [] : [point(labels[index] ?? '', estimate, axis)],
  );
  if (data.length !== rows.length) return undefined;
  return chart({ type: 'bar' }, [{ name: 'estimate', data }], labels, axis);
}
