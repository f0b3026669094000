import type { Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { entropy } from '../../statistics/jensen-shannon.ts';
import { bare } from '../format.ts';
import { keyName } from '../names.ts';

/** How widely each row is spread over the categories: of the shares as they were seen, in bits. */
export function entropyNotes(plan: Plan, rows: readonly Row[], categories: number): string[] {
  const spread = rows.flatMap((row) => {
    if (!row.shares) return [];
    const total = row.shares.reduce((sum, { estimate }) => sum + estimate, 0);
    const bits = total > 0 ? entropy(row.shares.map(({ estimate }) => estimate / total)) : 0;
    const name = keyName(plan, row, plan.subjects.length > 1);
    return [`${name === '' ? '' : `${name} `}${bare(bits, 1)}`];
  });
  if (spread.length === 0) return [];
  const most = bare(Math.log2(categories), 1);
  return [
    `Entropy in bits, 0 where all answers are of one kind and ${most} where every kind is as frequent: ${spread.join(', ')}.`,
  ];
}
