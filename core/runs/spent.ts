import type { Archive } from './archive.ts';
import type { Payable } from './budgets.ts';

/** A run whose expected cost is held. */
export interface Held extends Payable {
  readonly expectedUsd: number;
}

type Payer = Pick<Payable, 'runId' | 'by' | 'channel'>;

/**
 * US dollars that a person and a channel spent since a time, in runs by when they were planned, with what
 * is held for those under way. The payable itself is left out.
 * @param since epoch milliseconds.
 */
export async function spentSince(
  since: number,
  payable: Payer,
  held: Iterable<Held>,
  archive: Archive,
): Promise<{ readonly person: number; readonly channel: number }> {
  const sum = { person: 0, channel: 0 };
  const add = (other: Payer, usd: number) => {
    if (other.runId === payable.runId) return;
    if (other.by.id === payable.by.id) sum.person += usd;
    if (other.channel === payable.channel) sum.channel += usd;
  };
  const known = new Map<string, number>();
  for await (const run of archive.heads()) {
    if (Date.parse(run.plannedAt) < since) break;
    if (run.simulated || run.usd === undefined) continue;
    known.set(run.runId, run.usd);
    add(run, run.usd);
  }
  for await (const expense of archive.expenses()) {
    if (Date.parse(expense.at) < since) break;
    add({ ...expense, runId: expense.id }, expense.usd);
  }
  for (const other of held) {
    const soFar = known.get(other.runId);
    add(other, soFar === undefined ? other.expectedUsd : Math.max(0, other.expectedUsd - soFar));
  }
  return sum;
}
