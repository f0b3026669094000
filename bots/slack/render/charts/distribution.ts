import type { Axis, DistributionPicture } from '../../../../core/charts/picture.ts';
import { type Chart, chart, labelsOf, namesOf, point } from './parts.ts';

const SHARES: Axis = { label: 'share', min: 0, max: 1, format: 'percent' };

/** Slack stands bars beside each other instead of stacking them: more cannot be read on a phone. */
const MOST_BARS = 24;

/** Bars of a colour a category, where each subject has its shares and there are few of them. */
export function distributionChart({ rows, categories }: DistributionPicture): Chart | undefined {
  const labels = labelsOf(rows.map((row) => row.label));
  const names = namesOf(categories.map((category) => category.label));
  if (!labels || !names || labels.length * names.length > MOST_BARS) return undefined;
  if (rows.some(({ shares }) => shares.length !== names.length)) return undefined;
  const series = names.map((name, category) => ({
    name,
    data: rows.map(({ shares }, row) => point(labels[row] ?? '', shares[category] ?? 0, SHARES)),
  }));
  return chart({ type: 'bar' }, series, labels, SHARES);
}
