import type { Logger } from 'pino';
import type { Config } from '../config/types.ts';
import type { Models } from '../models/models.ts';
import { asProblem, Problem } from '../problem.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { Archive, RunHead } from './archive.ts';
import { budgets } from './budget.ts';
import { execute } from './execute.ts';
import { dueFor } from './judge.ts';
import { type LiveRun, liveRun } from './live.ts';
import { isGone, self } from './owner.ts';
import type { Runs } from './runs.ts';
import { summaryOf } from './summary.ts';
import type { Plan, RunState, RunSummary, Snapshot } from './types.ts';

export interface RunTools {
  readonly archive: Archive;
  readonly models: Models;
  readonly config: () => Config;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** How often a run under way writes that it is still alive. */
const HEARTBEAT_MS = 10_000;
/** Fewer letters of an id than this name no run: ids are what keeps channels' runs apart. */
const PREFIX = 4;
const ENDED: readonly RunState[] = ['done', 'cancelled', 'failed', 'interrupted'];

export function createRuns(tools: RunTools): Runs {
  const { archive, log, now } = tools;
  const live = new Map<string, { readonly run: LiveRun; readonly end: Promise<void> }>();
  const budget = budgets(tools);
  let stopping = false;

  const saveHead = (run: LiveRun) => archive.saveHead(headOf(run.snapshot(), now()));

  const load = async (id: string): Promise<Snapshot> => {
    const plan = await archive.plan(id);
    const head = plan && (await archive.head(id));
    if (!plan || !head) throw noRun(id);
    const trials = await archive.trials(plan);
    const judgements = await archive.judgements(plan, trials);
    return {
      plan,
      state: stateOf(head, now()),
      reason: head.reason,
      trials,
      judgements,
      settled: settledOf(plan, trials, judgements),
      usd: head.usd,
      partial: {},
      startedAt: head.startedAt,
      finishedAt: head.finishedAt,
    };
  };

  const find = async (typed: string): Promise<string> => {
    if (live.has(typed) || (await archive.plan(typed))) return typed;
    const fits: string[] = [];
    for await (const head of archive.heads()) {
      if (typed.length >= PREFIX && head.run.startsWith(typed)) fits.push(head.run);
    }
    if (fits.length > 1) {
      throw new Problem(
        `${fits.length} runs begin with “${typed}”.`,
        `Give more of the id: ${fits.slice(0, 4).join(', ')}.`,
      );
    }
    if (fits[0] === undefined) throw noRun(typed);
    return fits[0];
  };

  const start = (from: Snapshot): void => {
    const run = liveRun(from);
    run.setState('running', { startedAt: from.startedAt ?? now().toISOString() });
    const beat = setInterval(() => void saveHead(run).catch(warn), HEARTBEAT_MS);
    beat.unref();
    const warn = (error: unknown) =>
      log.warn({ err: error, run: run.plan.run }, 'head not written');
    const finish = async (state: RunState, reason?: string) => {
      clearInterval(beat);
      run.setState(state, {
        ...(reason === undefined ? {} : { reason }),
        finishedAt: now().toISOString(),
      });
      await saveHead(run).catch(warn);
      live.delete(run.plan.run);
    };
    const work = async () => {
      await saveHead(run);
      const stopped = await execute(run, { ...tools, forbids: budget.forbids });
      if (stopped !== undefined) return finish('failed', stopped);
      if (run.abort.signal.aborted) return finish(stopping ? 'interrupted' : 'cancelled');
      return finish('done');
    };
    const end = work().catch((error: unknown) => {
      log.error({ err: error, run: run.plan.run }, 'a run broke');
      run.abort.abort();
      return finish('failed', asProblem(error).message);
    });
    live.set(run.plan.run, { run, end });
  };

  return {
    begin: async (plan) => {
      await budget.check(plan);
      await archive.savePlan(plan);
      const fresh = freshSnapshot(plan);
      const reason = approvalNeeded(plan, tools.config());
      if (reason === undefined) return start(fresh);
      await archive.saveHead(headOf({ ...fresh, state: 'waiting', reason }, now()));
    },
    resume: async (typed) => {
      const id = await find(typed);
      if (live.has(id)) return;
      const snapshot = await load(id);
      if (snapshot.state === 'done') {
        throw new Problem(`Run ${id} is finished.`, `Repeat it with: rerun ${id}`);
      }
      if (snapshot.state === 'running') {
        throw new Problem(
          `Run ${id} goes on in another process.`,
          'Wait for it, or stop it there.',
        );
      }
      await budget.check(snapshot.plan);
      start({ ...snapshot, reason: undefined, finishedAt: undefined });
    },
    cancel: async (typed) => {
      const id = await find(typed);
      const here = live.get(id);
      if (here) {
        here.run.abort.abort();
        return here.end;
      }
      const snapshot = await load(id);
      if (snapshot.state !== 'waiting' && snapshot.state !== 'interrupted') {
        throw new Problem(`Run ${id} has ended already.`, `Look at it with: show ${id}`);
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
      return live.get(id)?.run.snapshot() ?? load(id);
    },
    recent: async ({ channel, limit }) => {
      const found: RunSummary[] = [];
      for await (const head of archive.heads()) {
        if (found.length === limit) break;
        if (channel !== undefined && head.channel !== channel) continue;
        const here = live.get(head.run)?.run;
        found.push(here ? summaryOf(here.snapshot()) : { ...head, state: stateOf(head, now()) });
      }
      return found;
    },
    follow: async function* (id) {
      const here = live.get(id)?.run;
      if (!here) {
        yield await load(id);
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
        if (!live.has(head.run) && stateOf(head, now()) === 'interrupted') found.push(head.run);
      }
      return found;
    },
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

function freshSnapshot(plan: Plan): Snapshot {
  return { plan, state: 'running', trials: [], judgements: [], settled: 0, partial: {} };
}

function headOf(snapshot: Snapshot, at: Date): RunHead {
  return { ...summaryOf(snapshot), owner: self(), seen: at.getTime() };
}

/** A run that says it is running, but whose process is gone, was interrupted. */
function stateOf(head: RunHead, at: Date): RunState {
  if (head.state !== 'running') return head.state;
  return isGone(head.owner, head.seen, at.getTime()) ? 'interrupted' : 'running';
}

function settledOf(
  plan: Plan,
  trials: Snapshot['trials'],
  judgements: Snapshot['judgements'],
): number {
  const made = new Map<string, number>();
  for (const one of judgements) made.set(one.trial, (made.get(one.trial) ?? 0) + 1);
  return trials.filter((trial) => (made.get(trial.id) ?? 0) >= dueFor(plan, trial).length).length;
}

function approvalNeeded(plan: Plan, config: Config): string | undefined {
  if (isSimulated(plan, config)) return undefined;
  const { askAboveCalls, askAboveUsd } = config.limits;
  const calls = plan.estimate.calls + plan.estimate.judgeCalls;
  const usd = plan.estimate.usd;
  const dear = usd !== undefined && usd > askAboveUsd;
  if (calls <= askAboveCalls && !dear) return undefined;
  return dear
    ? `It would cost about $${usd.toFixed(2)}; over $${askAboveUsd} somebody has to agree.`
    : `It would make about ${calls.toLocaleString('en-GB')} calls; over ${askAboveCalls.toLocaleString('en-GB')} somebody has to agree.`;
}

/** The cast is free, whatever prices it plays. */
function isSimulated(plan: Plan, config: Config): boolean {
  const judge = plan.judge === undefined ? undefined : config.models.get(plan.judge);
  const judged = !judge || config.providers.get(judge.provider)?.simulated === true;
  return judged && plan.subjects.every((subject) => subject.simulated);
}

function noRun(typed: string): Problem {
  return new Problem(`No run is called “${typed}”.`, 'See /probe history.');
}
