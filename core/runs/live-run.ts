import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { RunState, Snapshot } from '../domain/run.ts';
import type { Trial } from '../domain/trial.ts';
import { total } from './cost.ts';

/** A run under way in this process: what it has so far, and who wants to hear of changes. */
export interface LiveRun {
  readonly plan: Plan;
  readonly abort: AbortController;
  snapshot(): Snapshot;
  addTrial(trial: Trial): void;
  addJudgement(judgement: Judgement): void;
  settle(): void;
  setPartial(trial: string, text: string | undefined): void;
  setState(
    state: RunState,
    change: { reason?: string; startedAt?: string; resumedAt?: string; finishedAt?: string },
  ): void;
  /** Resolves at the next change. */
  changed(): Promise<void>;
}

export function liveRun(start: Snapshot): LiveRun {
  const trials = [...start.trials];
  const judgements = [...start.judgements];
  const partial = new Map<string, string>();
  let { state, reason, startedAt, resumedAt, finishedAt, settled } = start;
  let cached: Snapshot | undefined;
  let next = Promise.withResolvers<void>();

  const change = () => {
    cached = undefined;
    const waiters = next;
    next = Promise.withResolvers();
    waiters.resolve();
  };
  return {
    plan: start.plan,
    abort: new AbortController(),
    snapshot: () => {
      cached ??= {
        plan: start.plan,
        state,
        reason,
        trials: [...trials],
        judgements: [...judgements],
        settled,
        usd: total([...trials, ...judgements].map((part) => part.usd)),
        partial: Object.fromEntries(partial),
        startedAt,
        resumedAt,
        settledBefore: start.settled,
        finishedAt,
      };
      return cached;
    },
    addTrial: (trial) => {
      trials.push(trial);
      partial.delete(trial.trialId);
      change();
    },
    addJudgement: (judgement) => {
      judgements.push(judgement);
      change();
    },
    settle: () => {
      settled += 1;
      change();
    },
    setPartial: (trial, text) => {
      if (text === undefined) partial.delete(trial);
      else partial.set(trial, text);
      change();
    },
    setState: (to, about) => {
      state = to;
      reason = about.reason;
      startedAt = about.startedAt ?? startedAt;
      resumedAt = about.resumedAt ?? resumedAt;
      finishedAt = about.finishedAt;
      if (to !== 'running') {
        partial.clear();
        sortByPlan(start.plan, trials, judgements);
      }
      change();
    },
    changed: () => next.promise,
  };
}

/** Providers answer in any order; a run that has ended is in that of its plan, as one from the store is. */
function sortByPlan(
  { trials: planned, probe, judges }: Plan,
  trials: Trial[],
  judgements: Judgement[],
) {
  const places = new Map(planned.map(({ trialId }, at) => [trialId, at]));
  const scores = new Map(probe.scores.map(({ id }, at) => [id, at]));
  const place = ({ trialId }: { readonly trialId: string }) => places.get(trialId) ?? -1;
  const score = (one: Judgement) => scores.get(one.score) ?? -1;
  const judge = (one: Judgement) => judges.indexOf(one.judge ?? '');
  trials.sort((a, b) => place(a) - place(b));
  judgements.sort((a, b) => place(a) - place(b) || score(a) - score(b) || judge(a) - judge(b));
}
