import type { Logger } from 'pino';
import type { Plan } from '../domain/plan.ts';
import type { Given, RunState, RunSummary, Snapshot } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import type { Models } from '../models/models.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { approvalNeeded } from './approval.ts';
import type { Archive } from './archive.ts';
import { budgets } from './budgets.ts';
import { drive } from './drive.ts';
import { type LiveRun, liveRun } from './live-run.ts';
import { requireApiKeys } from './require-api-keys.ts';
import type { Runs } from './runs.ts';
import type { RunSettings } from './settings.ts';
import { spender } from './spending.ts';
import { find as findStored, headOf, load, settledOf, stateOf } from './stored-run.ts';
import { summaryOf } from './summary.ts';

export interface RunTools {
  readonly archive: Archive;
  readonly models: Models;
  readonly config: () => RunSettings;
  readonly scorers: () => Promise<ReadonlyMap<string, Scorer>>;
  readonly log: Logger;
  readonly now: () => Date;
}

const ENDED: readonly RunState[] = ['done', 'cancelled', 'failed', 'interrupted'];

export function createRuns(tools: RunTools): Runs {
  const { archive, now } = tools;
  const live = new Map<string, { readonly run: LiveRun; readonly end: Promise<void> }>();
  const budget = budgets(tools);
  /** Runs on their way to be started, so that two clicks do not start one run twice. */
  const starting = new Set<string>();
  let stopping = false;

  const find = async (typed: string) => (live.has(typed) ? typed : findStored(archive, typed));

  const mustNotStop = () => {
    if (stopping) throw new UserError('The bot is stopping.', 'Try again when it has started.');
  };

  const start = (from: Snapshot): void => {
    const { runId: id } = from.plan;
    const run = liveRun(from);
    const at = now().toISOString();
    run.setState('running', from.startedAt === undefined ? { startedAt: at } : { resumedAt: at });
    const end = drive(run, {
      ...tools,
      forbids: budget.forbids,
      isStopping: () => stopping,
    }).finally(() => {
      live.delete(id);
      budget.release(id);
    });
    live.set(id, { run, end });
  };

  return {
    begin: async (plan, given = NOTHING) => {
      mustNotStop();
      requireApiKeys(plan, tools);
      const fresh = freshSnapshot(plan, given);
      const reason = approvalNeeded(plan, tools.config());
      await budget.check(plan);
      try {
        await archive.savePlan(plan);
        // Before the head, without which there is no run: half of them would be another run.
        await archive.saveGiven(plan.runId, given);
        mustNotStop();
        if (reason === undefined) return start(fresh);
        await archive.saveHead(headOf({ ...fresh, state: 'waiting', reason }, now()));
      } finally {
        if (!live.has(plan.runId)) budget.release(plan.runId);
      }
    },
    resume: async (typed) => {
      const id = await find(typed);
      if (starting.has(id)) return;
      const here = live.get(id);
      if (here && !isEnding(here.run)) return;
      // One that is just ending goes on once it has ended.
      await here?.end;
      if (live.has(id) || starting.has(id)) return;
      starting.add(id);
      try {
        const snapshot = await load(archive, id, now());
        if (snapshot.state === 'done') {
          throw new UserError(`Run ${id} is finished.`, `Repeat it with: rerun ${id}`);
        }
        if (snapshot.state === 'running') throw elsewhere(id);
        requireApiKeys(snapshot.plan, tools);
        await budget.check(snapshot.plan);
        mustNotStop();
        start({ ...snapshot, reason: undefined, finishedAt: undefined });
      } finally {
        starting.delete(id);
        if (!live.has(id)) budget.release(id);
      }
    },
    cancel: async (typed) => {
      const id = await find(typed);
      const stored = live.has(id) ? undefined : await load(archive, id, now());
      const here = live.get(id);
      if (here) {
        here.run.abort.abort();
        return here.end;
      }
      const snapshot = stored ?? (await load(archive, id, now()));
      if (snapshot.state === 'running') throw elsewhere(id);
      if (starting.has(id)) {
        throw new UserError(`Run ${id} is just being started.`, `Try again: cancel ${id}`);
      }
      if (snapshot.state !== 'waiting' && snapshot.state !== 'interrupted') {
        throw new UserError(`Run ${id} has ended already.`, `Look at it with: show ${id}`);
      }
      const cancelled = {
        ...snapshot,
        state: 'cancelled' as const,
        finishedAt: now().toISOString(),
      };
      await archive.saveHead(headOf(cancelled, now()));
    },
    get: async (typed) => {
      const id = await find(typed);
      const here = () => live.get(id)?.run.snapshot();
      // What is not under way may be started while it is loaded.
      const stored = here() ? undefined : await load(archive, id, now());
      return here() ?? stored ?? load(archive, id, now());
    },
    recent: async ({ channel, limit }) => {
      const found: RunSummary[] = [];
      for await (const head of archive.heads()) {
        if (found.length === limit) break;
        if (channel !== undefined && head.channel !== channel) continue;
        const here = live.get(head.runId)?.run;
        found.push(here ? summaryOf(here.snapshot()) : { ...head, state: stateOf(head, now()) });
      }
      return found;
    },
    follow: async function* (id) {
      const here = live.get(id)?.run;
      if (!here) {
        yield await load(archive, id, now());
        return;
      }
      for (;;) {
        const changed = here.changed();
        const snapshot = here.snapshot();
        yield snapshot;
        if (ENDED.includes(snapshot.state)) return;
        await changed;
      }
    },
    interrupted: async () => {
      const found: string[] = [];
      for await (const head of archive.heads()) {
        if (!live.has(head.runId) && stateOf(head, now()) === 'interrupted') found.push(head.runId);
      }
      return found;
    },
    spend: spender({ archive, budget, now }),
    stop: async () => {
      stopping = true;
      const ends = [...live.values()].map(({ run, end }) => {
        run.abort.abort();
        return end;
      });
      await Promise.all(ends);
    },
  };
}

function isEnding(run: LiveRun): boolean {
  return run.abort.signal.aborted || ENDED.includes(run.snapshot().state);
}

function elsewhere(id: string): UserError {
  return new UserError(`Run ${id} goes on in another process.`, 'Wait for it, or stop it there.');
}

const NOTHING: Given = { trials: [], judgements: [] };

function freshSnapshot(plan: Plan, { trials, judgements }: Given): Snapshot {
  const settled = settledOf(plan, trials, judgements);
  return { plan, state: 'running', trials, judgements, settled, partial: {} };
}
