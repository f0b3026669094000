import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { RunPhase, Snapshot, WholeRun } from '../domain/run.ts';
import type { FinishedTrial, Trial } from '../domain/trial.ts';
import { UserError } from '../domain/user-error.ts';
import { pendingJudgementsFor } from '../planning/pending-judgements.ts';
import { quoted } from '../text/quoted.ts';
import type { Archive, RunHead } from './archive.ts';
import { total } from './cost.ts';
import { keptWords } from './kept-words.ts';
import { isGone, self } from './lease.ts';
import { phaseOf, startOf } from './phase.ts';
import { type Summarised, summaryOf } from './summary.ts';

/** Fewer letters of an id than this name no run: ids are what keeps channels' runs apart. */
const PREFIX = 4;

/** A run as it stands in the store, most of it without its words. @throws UserError where there is none of this id. */
export async function load(archive: Archive, id: string, at: Date): Promise<Snapshot> {
  const plan = await archive.plan(id);
  const head = plan && (await archive.head(id));
  if (!plan || !head) throw noRun(id);
  const kept = keptWords(plan);
  const trials: FinishedTrial[] = [];
  for await (const some of archive.trials(plan)) trials.push(...some.map(kept));
  const judgements: Judgement[] = [];
  for await (const some of archive.judgements(plan, trials)) judgements.push(...some);
  return {
    plan,
    ...phaseNow(head, at),
    trials,
    judgements,
    settled: settledOf(plan, trials, judgements),
    usd: total([...trials, ...judgements].map((part) => part.usd)),
    partial: {},
    settledBefore: 0,
  };
}

/** The same run with all of its words. */
export async function withWords(archive: Archive, run: Snapshot): Promise<WholeRun> {
  const there = new Set(run.trials.map(({ trialId }) => trialId));
  const trials: Trial[] = [];
  for await (const some of archive.trials(run.plan)) {
    trials.push(...some.filter(({ trialId }) => there.has(trialId)));
  }
  return { ...run, trials };
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

export function headOf(run: Summarised, at: Date): RunHead {
  return { ...summaryOf(run), owner: self(), seen: at.getTime() };
}

/** A run that is not under way here, and says that it is running but has no process, was interrupted. */
export function phaseNow(head: RunHead, at: Date): RunPhase {
  const isLeft = head.state === 'running' && isGone(head.owner, head.seen, at.getTime());
  return isLeft ? { state: 'interrupted', ...startOf(head) } : phaseOf(head);
}

/** How many trials are finished and judged. */
export function settledOf(
  plan: Plan,
  trials: Snapshot['trials'],
  judgements: Snapshot['judgements'],
): number {
  const made = new Map<string, number>();
  for (const one of judgements) made.set(one.trialId, (made.get(one.trialId) ?? 0) + 1);
  const pendingOf = pendingJudgementsFor(plan);
  const finished = new Map(trials.map((trial) => [trial.trialId, trial]));
  return trials.filter(
    (trial) => (made.get(trial.trialId) ?? 0) >= pendingOf(trial, finished).length,
  ).length;
}

function noRun(typed: string): UserError {
  return new UserError(`No run is called ${quoted(typed)}.`, 'See /probe history.', {
    code: 'not-found',
  });
}
