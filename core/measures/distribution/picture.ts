import type { DistributionPicture } from '../../charts/distribution/picture.ts';
import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { sum, zip } from '../../statistics/lists.ts';
import { percent } from '../format.ts';
import { colourOfSubject, rowName } from '../names.ts';
import { altText, titleOf } from '../pictures/parts.ts';
import { basis } from '../words.ts';

/** One stacked bar a row, one colour a category. */
export function distributionPicture(plan: Plan, measure: MeasureResult): DistributionPicture {
  return {
    kind: 'distribution',
    title: titleOf(plan, measure.label),
    alt: altText(plan, measure, measure.rows, sharesAlt),
    categories: (measure.categories ?? []).map(({ label }, colour) => ({ label, colour })),
    rows: measure.rows.map((row) => ({
      label: rowName(plan, row),
      colour: colourOfSubject(plan, row.subjectId),
      shares: row.shares ? wholeOf(row.shares.map(({ estimate }) => estimate)) : [],
      basis: basis(plan, row.units, row.unit),
    })),
  };
}

function sharesAlt({ categories = [] }: MeasureResult, { shares }: Row): string {
  if (!shares) return 'no estimate';
  const said = zip(categories, shares);
  return said.map(([{ label }, { estimate }]) => `${label} ${percent(estimate)}`).join(', ');
}

/** Shares that were each estimated by themselves, as parts of one whole. */
function wholeOf(shares: readonly number[]): readonly number[] {
  const total = sum(shares);
  return total > 0 ? shares.map((share) => share / total) : [];
}
