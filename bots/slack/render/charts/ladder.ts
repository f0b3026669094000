import type { LadderPicture } from '../../../../core/charts/picture.ts';
import { type Chart, chart, labelsOf, namesOf, point } from './parts.ts';

/** Lines over the rungs, where there are no intervals and every series has every rung. */
export function ladderChart({ series, rungs, axis, reference }: LadderPicture): Chart | undefined {
  const labels = labelsOf(rungs.names);
  const names = namesOf([...series, ...(reference ? [reference] : [])].map((one) => one.label));
  if (!labels || !names || series.length === 0) return undefined;
  const lines = series.map(({ points }, index) => ({
    name: names[index] ?? '',
    data: labels.flatMap((label, rung) => {
      const found = points.find((one) => one.rung === rung);
      return !found || found.interval ? [] : [point(label, found.estimate, axis)];
    }),
  }));
  if (lines.some(({ data }) => data.length !== labels.length)) return undefined;
  const across = reference && {
    name: names.at(-1) ?? '',
    data: labels.map((label) => point(label, reference.estimate, axis)),
  };
  const all = across ? [...lines, across] : lines;
  return chart({ type: 'line', across: rungs.label }, all, labels, axis);
}
