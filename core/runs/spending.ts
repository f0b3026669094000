import type { Person } from '../domain/person.ts';
import type { Archive } from './archive.ts';
import { type Budgets, contestants } from './budgets.ts';

/** A sum that was paid outside any run. */
export interface Expense {
  readonly id: string;
  readonly by: Person;
  readonly channel: string;
  /** US dollars. */
  readonly usd: number;
  /** ISO 8601. */
  readonly at: string;
}

/** A payment that is about to be made. */
export interface Expected extends Pick<Expense, 'id' | 'by' | 'channel'> {
  readonly model: string;
  /** Asks the embedded cast: its prices are play money. */
  readonly simulated: boolean;
  /** About; absent where the price is not known. */
  readonly usd?: number | undefined;
}

/**
 * Does the work, which says what each of its calls took, and keeps the sum also where it fails.
 * @throws UserError where the budget of the person or the channel does not reach.
 */
export type Spend = <T>(
  expected: Expected,
  work: (paid: (usd: number | undefined) => void) => Promise<T>,
) => Promise<T>;

export function spender(tools: {
  readonly archive: Archive;
  readonly budget: Budgets;
  readonly now: () => Date;
}): Spend {
  const { archive, budget, now } = tools;
  return async ({ id, by, channel, model, simulated, usd }, work) => {
    const asked = contestants([model]);
    await budget.hold({ runId: id, by, channel, simulated, expectedUsd: usd, asked });
    let sum = 0;
    try {
      return await work((paid) => {
        if (paid !== undefined) sum += paid;
      });
    } finally {
      if (sum > 0 && !simulated) {
        await archive.saveExpense({ id, by, channel, usd: sum, at: now().toISOString() });
      }
      budget.release(id);
    }
  };
}
