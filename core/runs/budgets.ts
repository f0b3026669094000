import pLimit from 'p-limit';
import type { Plan } from '../domain/plan.ts';
import type { Subject } from '../domain/subject.ts';
import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import { dollars } from '../text/money.ts';
import type { Archive } from './archive.ts';
import type { LiveRun } from './live-run.ts';
import type { RunSettings } from './settings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a budget must know of what is to be paid: a run, or a call outside any run. */
export type Payable = Pick<Plan, 'runId' | 'by' | 'channel' | 'simulated'> & {
  readonly judges?: readonly string[];
  /** Its judges alone are asked. */
  readonly rescored?: boolean | undefined;
  readonly estimate: { readonly usd?: number | undefined };
  readonly subjects: readonly Pick<Subject, 'model'>[];
};

export interface Budgets {
  /**
   * Holds what the plan is estimated to cost until `release`, so that runs begun side by side do not
   * each count on the same money. @throws UserError where that is over what is left of somebody's day.
   */
  check(plan: Payable): Promise<void>;
  release(run: string): void;
  /** A sentence where a run under way has used up what was left when it started. */
  forbids(run: LiveRun): string | undefined;
}

/** Budgets in US dollars per person and per channel, over the 24 hours before now. */
export function budgets(tools: {
  readonly archive: Archive;
  readonly config: () => RunSettings;
  readonly now: () => Date;
}): Budgets {
  const left = new Map<string, number>();
  const held = new Map<string, Payable>();
  const inTurn = pLimit(1);

  /** What the person and the channel spent within the last day, in runs by when they were planned; this one left out. */
  const spent = async (plan: Payable): Promise<{ person: number; channel: number }> => {
    const since = tools.now().getTime() - DAY_MS;
    const sum = { person: 0, channel: 0 };
    const add = (other: Pick<Payable, 'runId' | 'by' | 'channel'>, usd: number) => {
      if (other.runId === plan.runId) return;
      if (other.by.id === plan.by.id) sum.person += usd;
      if (other.channel === plan.channel) sum.channel += usd;
    };
    const known = new Map<string, number>();
    for await (const other of tools.archive.heads()) {
      if (Date.parse(other.plannedAt) < since) break;
      if (other.simulated) continue;
      known.set(other.runId, other.usd ?? 0);
      add(other, other.usd ?? 0);
    }
    for await (const other of tools.archive.expenses()) {
      if (Date.parse(other.at) < since) break;
      add({ ...other, runId: other.id }, other.usd);
    }
    for (const other of held.values()) {
      add(other, Math.max(0, (other.estimate.usd ?? 0) - (known.get(other.runId) ?? 0)));
    }
    return sum;
  };

  return {
    check: (plan) =>
      inTurn(async () => {
        const { usdPerPerson, usdPerChannel } = tools.config().limits;
        if (usdPerPerson === undefined && usdPerChannel === undefined) return;
        if (plan.simulated) return;
        const price = plan.estimate.usd;
        if (price === undefined) throw priceless(plan);
        const sum = await spent(plan);
        const rooms = [
          { whose: 'Your budget', limit: usdPerPerson, used: sum.person },
          { whose: 'This channel’s budget', limit: usdPerChannel, used: sum.channel },
        ];
        for (const { whose, limit, used } of rooms) {
          if (limit === undefined || used + price <= limit) continue;
          throw new UserError(
            `${whose} is ${dollars(limit)} a day; ${dollars(used)} is spent, and this would take about ${dollars(price)}.`,
            'Ask for fewer samples, or wait until the day is over.',
          );
        }
        const rests = rooms.flatMap(({ limit, used }) =>
          limit === undefined ? [] : [limit - used],
        );
        left.set(plan.runId, Math.min(...rests));
        held.set(plan.runId, plan);
      }),
    release: (run) => {
      held.delete(run);
      left.delete(run);
    },
    forbids: (run) => {
      const rest = left.get(run.plan.runId);
      const usd = run.snapshot().usd ?? 0;
      if (rest === undefined || usd <= rest) return undefined;
      return `The budget for today was used up after ${dollars(usd)}.`;
    },
  };
}

/** Unknown is not free: a budget cannot hold what has no price. */
function priceless(plan: Payable): UserError {
  const asked = plan.rescored ? (plan.judges ?? []) : plan.subjects.map(({ model }) => model);
  const who = unique(asked).join(', ');
  return new UserError(
    `Run on a budget needs prices, and ${plan.rescored ? who : `${who} or the judge`} has none.`,
    'Whoever runs the bot can add `price` to the model in dramatis.yaml.',
  );
}
