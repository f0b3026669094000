import { createMutex } from '../domain/mutex.ts';
import type { Plan } from '../domain/plan.ts';
import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import { dollars } from '../text/money.ts';
import type { Archive } from './archive.ts';
import type { LiveRun } from './live-run.ts';
import type { RunSettings } from './settings.ts';
import { type Held, spentSince } from './spent.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A run, or a call outside any run, that is to be paid. */
export interface Payable extends Pick<Plan, 'runId' | 'by' | 'channel' | 'simulated'> {
  /** US dollars, about; absent where a price is not known. */
  readonly expectedUsd: number | undefined;
  /** Names of those who are asked, for a person. */
  readonly asked: string;
}

export interface Budgets {
  /**
   * Holds what something is expected to cost until `release`, so that runs begun side by side do not
   * each count on the same money. @throws UserError where that is over what is left of somebody's day.
   */
  hold(payable: Payable): Promise<void>;
  release(runId: string): void;
  /** A sentence where a run under way has used up what was left when it started. */
  forbids(run: LiveRun): string | undefined;
}

export function payableOf(plan: Plan): Payable {
  const { runId, by, channel, simulated, estimate, subjects, judges } = plan;
  const asked =
    plan.origin.kind === 'rescore'
      ? unique(judges).join(', ')
      : contestants(subjects.map(({ model }) => model));
  return { runId, by, channel, simulated, expectedUsd: estimate.usd, asked };
}

export function contestants(models: readonly string[]): string {
  return `${unique(models).join(', ')} or the judge`;
}

/** Budgets in US dollars per person and per channel, over the 24 hours before now. */
export function createBudgets(tools: {
  readonly archive: Archive;
  readonly config: () => RunSettings;
  readonly now: () => Date;
}): Budgets {
  /** By run, US dollars that were left when it started. */
  const left = new Map<string, number>();
  const held = new Map<string, Held>();
  const exclusively = createMutex();

  const hold = async (payable: Payable): Promise<void> => {
    const { usdPerPerson, usdPerChannel } = tools.config().limits;
    if (usdPerPerson === undefined && usdPerChannel === undefined) return;
    if (payable.simulated) return;
    const { expectedUsd } = payable;
    if (expectedUsd === undefined) throw priceless(payable);
    const since = tools.now().getTime() - DAY_MS;
    const spent = await spentSince(since, payable, held.values(), tools.archive);
    const budgets = [
      { whose: 'Your budget', limit: usdPerPerson, used: spent.person },
      { whose: 'This channel’s budget', limit: usdPerChannel, used: spent.channel },
    ];
    for (const { whose, limit, used } of budgets) {
      if (limit === undefined || used + expectedUsd <= limit) continue;
      throw new UserError(
        `${whose} is ${dollars(limit)} a day; ${dollars(used)} is spent, and this would take about ${dollars(expectedUsd)}.`,
        'Ask for fewer samples, or wait until the day is over.',
        { code: 'limit' },
      );
    }
    const rests = budgets.flatMap(({ limit, used }) => (limit === undefined ? [] : [limit - used]));
    left.set(payable.runId, Math.min(...rests));
    held.set(payable.runId, { ...payable, expectedUsd });
  };

  return {
    hold: (payable) => exclusively(() => hold(payable)),
    release: (runId) => {
      held.delete(runId);
      left.delete(runId);
    },
    forbids: ({ plan, usd }) => {
      const rest = left.get(plan.runId);
      if (rest === undefined || usd === undefined || usd <= rest) return undefined;
      return `The budget for today was used up after ${dollars(usd)}.`;
    },
  };
}

/** Unknown is not free: a budget cannot hold what has no price. */
function priceless({ asked }: Payable): UserError {
  return new UserError(
    `Run on a budget needs prices, and ${asked} has none.`,
    'Whoever runs the bot can add `price` to the model in dramatis.yaml.',
    { code: 'configuration' },
  );
}
