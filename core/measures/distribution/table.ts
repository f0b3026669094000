import type { MeasureResult, Row, Share } from '../../domain/comparison.ts';
import { zip } from '../../statistics/lists.ts';
import { bare, percent } from '../format.ts';
import type { Column, Table } from '../measure-kind.ts';

/** So many categories, and no more, have a column each where columns are few. */
const FEW_CATEGORIES = 6;
const LARGEST = 3;
/** A share that is printed as 0 % is none of the largest. */
const SEEN = 0.005;

export const table: Table = {
  /** As many columns as there are categories, since a share that is left out is not seen to be small. */
  whole: (measure) => ({
    caption: `${measure.label}: shares with their 95 % intervals`,
    columns: categoriesOf(measure).map(({ label }, place) => ({
      text: label,
      align: 'right',
      cell: ({ shares }) => shareText(shares?.[place]),
    })),
  }),
  brief: (measure) => {
    const many = categoriesOf(measure).length;
    if (many <= FEW_CATEGORIES) return table.whole(measure);
    return {
      caption: `${measure.label}: the ${LARGEST} largest of ${many} shares, with their 95 % intervals`,
      columns: [largestColumn(measure)],
    };
  },
};

function categoriesOf({ categories = [] }: MeasureResult) {
  return categories;
}

/** By name, for where so many columns cannot be read. */
function largestColumn(measure: MeasureResult): Column {
  const largest = ({ shares }: Row) =>
    shares
      ? zip(categoriesOf(measure), shares)
          .filter(([, { estimate }]) => estimate >= SEEN)
          .toSorted(([, a], [, b]) => b.estimate - a.estimate)
          .slice(0, LARGEST)
      : [];
  return {
    text: 'largest shares',
    align: 'left',
    cell: (row) =>
      largest(row)
        .map(([{ label }, share]) => `${label} ${shareText(share)}`)
        .join(', ') || '–',
  };
}

function shareText(share: Share | undefined): string {
  if (!share) return '–';
  const [low, high] = share.interval;
  return `${percent(share.estimate)} [${bare(100 * low, 0)} to ${bare(100 * high, 0)}]`;
}
