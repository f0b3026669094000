import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { RunOutcome, RunParts, RunPhase, Snapshot, Started } from '../domain/run.ts';
import type { FinishedTrial, Trial } from '../domain/trial.ts';
import { total } from './cost.ts';
import { keptWords } from './kept-words.ts';
import { inPlanOrder } from './plan-order.ts';

/** A run under way in this process: its results so far, and who wants to hear of changes. */
export interface LiveRun {
  readonly plan: Plan;
  readonly abort: AbortController;
  readonly state: RunPhase['state'];
  readonly settled: number;
  /** US dollars so far; absent where no price is known. */
  readonly usd: number | undefined;
  /** The run as it stands. Its lists are made when they are read, so that taking it costs nothing. */
  snapshot(): Snapshot;
  addTrial(trial: Trial): void;
  addJudgement(judgement: Judgement): void;
  settle(): void;
  setPartial(trialId: string, text: string): void;
  end(outcome: RunOutcome, finishedAt: string): void;
  /** Resolves at the next change. */
  changed(): Promise<void>;
}

/** The results that a run has when it starts or goes on. */
export type Results = Pick<RunParts<FinishedTrial>, 'plan' | 'trials' | 'judgements' | 'settled'>;

export function liveRun(start: Results, started: Started): LiveRun {
  const { plan } = start;
  const abort = new AbortController();
  const kept = keptWords(plan);
  const partial = new Map<string, string>();
  let lists = { trials: [...start.trials], judgements: [...start.judgements] };
  let phase: RunPhase = { state: 'running', ...started };
  let { settled } = start;
  let usd = total([...lists.trials, ...lists.judgements].map((one) => one.usd));
  let latest: Snapshot | undefined;
  let next = Promise.withResolvers<void>();

  const change = () => {
    latest = undefined;
    const waiters = next;
    next = Promise.withResolvers();
    waiters.resolve();
  };

  const taken = (): Snapshot => {
    // Results are added at the end only, so that their number tells which of them were there.
    const { trials, judgements } = lists;
    const trialsThen = once(trials.length, (many) => trials.slice(0, many));
    const judgementsThen = once(judgements.length, (many) => judgements.slice(0, many));
    return {
      ...phase,
      plan,
      get trials() {
        return trialsThen();
      },
      get judgements() {
        return judgementsThen();
      },
      settled,
      usd,
      get partial() {
        return Object.fromEntries(partial);
      },
      settledBefore: start.settled,
    };
  };

  return {
    plan,
    abort,
    get state() {
      return phase.state;
    },
    get settled() {
      return settled;
    },
    get usd() {
      return usd;
    },
    snapshot: () => {
      latest ??= taken();
      return latest;
    },
    addTrial: (trial) => {
      lists.trials.push(kept(trial));
      usd = total([usd, trial.usd]);
      partial.delete(trial.trialId);
      change();
    },
    addJudgement: (judgement) => {
      lists.judgements.push(judgement);
      usd = total([usd, judgement.usd]);
      change();
    },
    settle: () => {
      settled += 1;
      change();
    },
    setPartial: (trialId, text) => {
      partial.set(trialId, text);
      change();
    },
    end: (outcome, finishedAt) => {
      phase = { ...outcome, ...started, finishedAt };
      partial.clear();
      lists = inPlanOrder(plan, lists);
      change();
    },
    changed: () => next.promise,
  };
}

function once<From, To>(from: From, make: (from: From) => To): () => To {
  let made: { readonly value: To } | undefined;
  return () => {
    made ??= { value: make(from) };
    return made.value;
  };
}
