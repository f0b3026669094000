import type { MeasureResult, Row } from '../../domain/comparison.ts';
import { zip } from '../../statistics/lists.ts';
import { distance, percent, value } from '../format.ts';
import type { Statement, Words } from '../measure-kind.ts';
import { againstOf, bracket, headOf, rowAt } from '../words.ts';

export const words: Words = {
  noun: 'difference',
  contrast: divergenceText,
  size: distance,
  row: sharesText,
};

function divergenceText(statement: Statement): string {
  const { plan, measure, contrast } = statement;
  const { a, b, difference } = contrast;
  if (!b) throw new Error(`${measure.id} is held against no chance`);
  return [
    `${headOf(statement)}: ${value(difference, measure)} away from that `,
    `${againstOf(plan, contrast, b)} ${bracket(plan, measure, contrast)}`,
    mostMoved(measure, rowAt(measure, a), rowAt(measure, b)),
  ].join('');
}

/** The category whose share differs most. */
function mostMoved(measure: MeasureResult, a: Row | undefined, b: Row | undefined): string {
  if (!a?.shares || !b?.shares) return '';
  const moved = zip(labelled(measure, a.shares), b.shares).map(([{ label, share }, other]) => ({
    label,
    here: share,
    there: other.estimate,
  }));
  const [most] = moved.toSorted((x, y) => Math.abs(y.here - y.there) - Math.abs(x.here - x.there));
  return most
    ? `, most in “${most.label}”: ${percent(most.here)} against ${percent(most.there)}`
    : '';
}

/** The two largest shares. */
function sharesText({ shares }: Row, measure: MeasureResult): string {
  if (!shares) return 'no estimate';
  return labelled(measure, shares)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ label, share }) => `“${label}” ${percent(share)}`)
    .join(', ');
}

/** The shares of a row, each with the label of its category. */
function labelled({ categories = [] }: MeasureResult, shares: NonNullable<Row['shares']>) {
  return zip(categories, shares).map(([{ label }, { estimate }]) => ({ label, share: estimate }));
}
