import type { DistributionPicture } from '../../charts/distribution/picture.ts';
import { basis } from '../../comparison/sentences.ts';
import type { MeasureResult } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { colourOfSubject, rowName } from '../row-names.ts';
import { altText, titleOf } from './shared.ts';

/** One stacked bar a row, one colour a category. */
export function distributionPicture(plan: Plan, measure: MeasureResult): DistributionPicture {
  return {
    kind: 'distribution',
    title: titleOf(plan, measure.label),
    alt: altText(plan, measure, measure.rows),
    categories: (measure.categories ?? []).map(({ label }, colour) => ({ label, colour })),
    rows: measure.rows.map((row) => ({
      label: rowName(plan, row),
      colour: colourOfSubject(plan, row.subjectId),
      shares: wholeOf((row.shares ?? []).map(({ estimate }) => estimate)),
      basis: basis(plan, row.units, row.unit),
    })),
  };
}

/** Shares that were each estimated by themselves, as parts of one whole. */
function wholeOf(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total > 0 ? shares.map((share) => share / total) : [];
}
