import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { bare, percent } from '../../measures/format.ts';
import { colourOfSubject, rowName } from '../row-names.ts';
import type { TableBlock, TableHead } from '../view.ts';
import { answeredCell, numberHead, rowHead, unitHead } from './cells.ts';

/** One column a category: as many as there are, since a share that is left out is not seen to be small. */
export function sharesTable(plan: Plan, measure: MeasureResult): TableBlock {
  const { categories = [] } = measure;
  return table(
    plan,
    measure,
    `${measure.label}: shares with their 95 % intervals`,
    categories.map(({ label }) => numberHead(label)),
    (row) => categories.map((_, at) => shareText(row.shares?.[at])),
  );
}

/** What is printed as 0 % is none of the largest. */
const SEEN = 0.005;

/** The largest shares of each row, by name: for where so many columns cannot be read. */
export function largestSharesTable(plan: Plan, measure: MeasureResult, most: number): TableBlock {
  const { categories = [] } = measure;
  return table(
    plan,
    measure,
    `${measure.label}: the ${most} largest of ${categories.length} shares, with their 95 % intervals`,
    [{ text: 'largest shares', align: 'left' }],
    ({ shares = [] }) => {
      const named = shares.map((share, at) => ({ share, label: categories[at]?.label ?? '' }));
      const largest = named
        .filter(({ share }) => share.estimate >= SEEN)
        .toSorted((a, b) => b.share.estimate - a.share.estimate)
        .slice(0, most);
      return [largest.map(({ label, share }) => `${label} ${shareText(share)}`).join(', ') || '–'];
    },
  );
}

function table(
  plan: Plan,
  { rows }: MeasureResult,
  caption: string,
  heads: readonly TableHead[],
  cells: (row: Row) => readonly string[],
): TableBlock {
  return {
    kind: 'table',
    caption,
    header: [rowHead(plan, rows), ...heads, numberHead('answered'), unitHead(rows[0])],
    rows: rows.map((row) => ({
      colour: colourOfSubject(plan, row.subjectId),
      cells: [rowName(plan, row), ...cells(row), answeredCell(row), String(row.units)],
    })),
  };
}

function shareText(share: NonNullable<Row['shares']>[number] | undefined): string {
  if (!share) return '–';
  const [low, high] = share.interval;
  return `${percent(share.estimate)} [${bare(100 * low, 0)} to ${bare(100 * high, 0)}]`;
}
