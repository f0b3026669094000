import type Bottleneck from 'bottleneck';

/** How long something counts against a limit “per minute”. */
const MINUTE_MS = 60_000;

interface Expense {
  readonly at: number;
  amount: number;
}

/** How much may be spent in any sixty seconds; kept as the reservoir of a Bottleneck. Holds no timer. */
export interface SlidingWindow {
  /** @param limit absent: none. What was spent in the last minute counts against a new one. */
  setLimit(limit: number | undefined): void;
  /**
   * Spends now; a budget can go into debt. @param taken how much of it the limiter took already.
   * @returns puts the amount right later, where it was a guess.
   */
  spend(amount: number, taken: number): (amount: number) => void;
  /** Gives back what the limiter took for nothing. */
  refund(amount: number): void;
  /** Gives back what is more than a minute old. */
  expire(): void;
  /** Milliseconds until `expire` will give something back; absent while something is left. */
  nextMs(): number | undefined;
}

export function slidingWindow(limiter: Bottleneck, now: () => number): SlidingWindow {
  const expenses: Expense[] = [];
  let limit: number | undefined;
  let used = 0;
  const refund = (amount: number) => {
    if (limit !== undefined && amount !== 0) void limiter.incrementReservoir(amount);
  };
  return {
    refund,
    setLimit: (next) => {
      if (next === limit) return;
      limit = next;
      void limiter.updateSettings({ reservoir: next === undefined ? null : next - used });
    },
    spend: (guess, taken) => {
      const expense = { at: now(), amount: guess };
      expenses.push(expense);
      used += guess;
      refund(taken - guess);
      return (amount) => {
        if (!expenses.includes(expense)) return;
        const less = expense.amount - amount;
        expense.amount = amount;
        used -= less;
        refund(less);
      };
    },
    expire: () => {
      const fresh = expenses.findIndex(({ at }) => at > now() - MINUTE_MS);
      const old = expenses.splice(0, fresh === -1 ? expenses.length : fresh);
      const amount = old.reduce((sum, one) => sum + one.amount, 0);
      used -= amount;
      refund(amount);
    },
    nextMs: () => {
      const oldest = expenses[0];
      const isLacking = limit !== undefined && used >= limit;
      return isLacking && oldest ? oldest.at + MINUTE_MS - now() : undefined;
    },
  };
}
