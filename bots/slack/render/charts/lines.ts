import type { LinesPicture } from '../../../../core/charts/picture.ts';
import { type Chart, chart, labelsOf, namesOf, point } from './parts.ts';

/** Lines, where there are no intervals and every line has every step. */
export function linesChart({ lines, steps, axis }: LinesPicture): Chart | undefined {
  const labels = labelsOf(steps.values.map(String));
  const names = namesOf(lines.map((one) => one.label));
  if (!labels || !names) return undefined;
  const series = lines.map(({ points }, index) => ({
    name: names[index] ?? '',
    data: steps.values.flatMap((step, at) => {
      const found = points.find((one) => one.step === step);
      return !found || found.interval ? [] : [point(labels[at] ?? '', found.estimate, axis)];
    }),
  }));
  if (series.some(({ data }) => data.length !== labels.length)) return undefined;
  return chart({ type: 'line', across: steps.label }, series, labels, axis);
}
