import type { PriorResults, RunPhase, Started } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import type { Models } from '../models/models.ts';
import { approvalNeeded } from './approval.ts';
import type { Archive } from './archive.ts';
import { type Budgets, payableOf } from './budgets.ts';
import type { LiveRun, Results } from './live-run.ts';
import { startOf } from './phase.ts';
import { requireApiKeys } from './require-api-keys.ts';
import type { RunRegistry } from './run-registry.ts';
import type { Runs } from './runs.ts';
import type { RunSettings } from './settings.ts';
import { headOf, load, settledOf } from './stored-run.ts';

/** The steps of a run from one state to another that a person takes. */
export type RunLifecycle = Pick<Runs, 'begin' | 'resume' | 'cancel'>;

export interface LifecycleTools {
  readonly archive: Archive;
  readonly budget: Budgets;
  readonly live: RunRegistry;
  readonly models: Models;
  readonly config: () => RunSettings;
  readonly now: () => Date;
  /** The whole id for its first letters. @throws UserError */
  readonly find: (typed: string) => Promise<string>;
  readonly isStopping: () => boolean;
}

const NOTHING: PriorResults = { trials: [], judgements: [] };

export function runLifecycle(tools: LifecycleTools): RunLifecycle {
  const { archive, budget, live, now, find } = tools;
  /** Runs on their way to be started, so that two clicks do not start one run twice. */
  const starting = new Set<string>();

  const requireUp = () => {
    if (!tools.isStopping()) return;
    throw new UserError('The bot is stopping.', 'Try again when it has started.', {
      code: 'unavailable',
    });
  };

  return {
    begin: async (plan, prior = NOTHING) => {
      requireUp();
      requireApiKeys(plan, tools);
      const results: Results = {
        plan,
        ...prior,
        settled: settledOf(plan, prior.trials, prior.judgements),
      };
      const reason = approvalNeeded(plan, tools.config());
      await budget.hold(payableOf(plan));
      try {
        await archive.savePlan(plan);
        // Before the head, without which there is no run: half of them would be another run.
        await archive.savePriorResults(plan.runId, prior);
        requireUp();
        if (reason === undefined) {
          live.start(results, { startedAt: now().toISOString() });
          return;
        }
        const { settled } = results;
        await archive.saveHead(headOf({ state: 'waiting', reason, plan, settled }, now()));
      } finally {
        if (!live.get(plan.runId)) budget.release(plan.runId);
      }
    },

    resume: async (typed) => {
      const runId = await find(typed);
      if (starting.has(runId)) return;
      const here = live.get(runId);
      if (here && !isEnding(here)) return;
      // One that is just ending goes on once it has ended.
      await live.ended(runId);
      if (live.get(runId) || starting.has(runId)) return;
      starting.add(runId);
      try {
        const stored = await load(archive, runId, now());
        if (stored.state === 'done') {
          throw conflict(`Run ${runId} is finished.`, `Repeat it with: rerun ${runId}`);
        }
        if (stored.state === 'running') throw elsewhere(runId);
        requireApiKeys(stored.plan, tools);
        await budget.hold(payableOf(stored.plan));
        requireUp();
        live.start(stored, startedAgain(stored, now().toISOString()));
      } finally {
        starting.delete(runId);
        if (!live.get(runId)) budget.release(runId);
      }
    },

    cancel: async (typed) => {
      const runId = await find(typed);
      const before = live.get(runId) ? undefined : await load(archive, runId, now());
      if (live.get(runId)) return live.stop(runId);
      const stored = before ?? (await load(archive, runId, now()));
      if (stored.state === 'running') throw elsewhere(runId);
      if (starting.has(runId)) {
        throw conflict(`Run ${runId} is just being started.`, `Try again: cancel ${runId}`);
      }
      if (stored.state !== 'waiting' && stored.state !== 'interrupted') {
        throw conflict(`Run ${runId} has ended already.`, `Look at it with: show ${runId}`);
      }
      const { plan, settled, usd } = stored;
      const finishedAt = now().toISOString();
      await archive.saveHead(
        headOf({ state: 'cancelled', ...startOf(stored), finishedAt, plan, settled, usd }, now()),
      );
    },
  };
}

function isEnding(run: LiveRun): boolean {
  return run.abort.signal.aborted || run.state !== 'running';
}

/** The first start stays that of the run, whatever pauses it makes. */
function startedAgain(run: RunPhase, at: string): Started {
  const { startedAt } = startOf(run);
  return startedAt === undefined ? { startedAt: at } : { startedAt, resumedAt: at };
}

function conflict(message: string, hint: string): UserError {
  return new UserError(message, hint, { code: 'conflict' });
}

function elsewhere(runId: string): UserError {
  return conflict(`Run ${runId} goes on in another process.`, 'Wait for it, or stop it there.');
}
