import type { Plan } from '../domain/plan.ts';
import type { RunState, Snapshot } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import { pendingJudgementsFor } from '../planning/pending-judgements.ts';
import { quoted } from '../text/quoted.ts';
import type { Archive, RunHead } from './archive.ts';
import { total } from './cost.ts';
import { isGone, self } from './lease.ts';
import { summaryOf } from './summary.ts';

/** Fewer letters of an id than this name no run: ids are what keeps channels' runs apart. */
const PREFIX = 4;

/** A run as it stands in the store. @throws UserError where there is none of this id. */
export async function load(archive: Archive, id: string, at: Date): Promise<Snapshot> {
  const plan = await archive.plan(id);
  const head = plan && (await archive.head(id));
  if (!plan || !head) throw noRun(id);
  const trials = await archive.trials(plan);
  const judgements = await archive.judgements(plan, trials);
  return {
    plan,
    state: stateOf(head, at),
    reason: head.reason,
    trials,
    judgements,
    settled: settledOf(plan, trials, judgements),
    usd: total([...trials, ...judgements].map((part) => part.usd)),
    partial: {},
    startedAt: head.startedAt,
    resumedAt: head.resumedAt,
    finishedAt: head.finishedAt,
  };
}

/** The id of the one run whose id is, or begins with, what was typed. @throws UserError */
export async function find(archive: Archive, typed: string): Promise<string> {
  if (await archive.head(typed)) return typed;
  if (typed.length < PREFIX) throw noRun(typed);
  const fits: string[] = [];
  for await (const head of archive.heads()) {
    if (head.runId.startsWith(typed)) fits.push(head.runId);
  }
  if (fits.length > 1) {
    throw new UserError(
      `${fits.length} runs begin with “${typed}”.`,
      `Give more of the id: ${fits.slice(0, 4).join(', ')}.`,
    );
  }
  if (fits[0] === undefined) throw noRun(typed);
  return fits[0];
}

export function headOf(snapshot: Snapshot, at: Date): RunHead {
  return { ...summaryOf(snapshot), owner: self(), seen: at.getTime() };
}

/** A run that is not under way here, and says that it is running but has no process, was interrupted. */
export function stateOf(head: RunHead, at: Date): RunState {
  if (head.state !== 'running') return head.state;
  return isGone(head.owner, head.seen, at.getTime()) ? 'interrupted' : 'running';
}

/** How many trials are finished and judged. */
export function settledOf(
  plan: Plan,
  trials: Snapshot['trials'],
  judgements: Snapshot['judgements'],
): number {
  const made = new Map<string, number>();
  for (const one of judgements) made.set(one.trialId, (made.get(one.trialId) ?? 0) + 1);
  const due = pendingJudgementsFor(plan);
  const done = new Map(trials.map((trial) => [trial.trialId, trial]));
  return trials.filter((trial) => (made.get(trial.trialId) ?? 0) >= due(trial, done).length).length;
}

function noRun(typed: string): UserError {
  return new UserError(`No run is called ${quoted(typed)}.`, 'See /probe history.', {
    code: 'not-found',
  });
}
