/** How long something counts against a limit “per minute”. */
const MINUTE_MS = 60_000;
/** So many expenses that are over are kept until the list is cut. */
const SLACK = 256;

interface Expense {
  readonly at: number;
  amount: number;
  isOver: boolean;
}

/** How much was spent in the last sixty seconds. Holds no timer. */
export interface SlidingWindow {
  /**
   * Spends now; a window can go into debt.
   * @returns puts the amount right later, where it was a guess.
   */
  spend(amount: number): (amount: number) => void;
  /** Milliseconds until more may be spent under this limit; 0 where something is left, or no limit is set. */
  waitMs(limit: number | undefined): number;
}

export function slidingWindow(now: () => number): SlidingWindow {
  const expenses: Expense[] = [];
  let oldest = 0;
  let spent = 0;

  const expire = () => {
    for (let one = expenses[oldest]; one && one.at <= now() - MINUTE_MS; one = expenses[oldest]) {
      one.isOver = true;
      spent -= one.amount;
      oldest++;
    }
    if (oldest > SLACK && oldest > expenses.length / 2) {
      expenses.splice(0, oldest);
      oldest = 0;
    }
  };

  return {
    spend: (guess) => {
      const expense = { at: now(), amount: guess, isOver: false };
      expenses.push(expense);
      spent += guess;
      return (amount) => {
        if (expense.isOver) return;
        spent += amount - expense.amount;
        expense.amount = amount;
      };
    },
    waitMs: (limit) => {
      expire();
      const first = expenses[oldest];
      if (limit === undefined || spent < limit || first === undefined) return 0;
      return first.at + MINUTE_MS - now();
    },
  };
}
