import type { Judgement } from './judgement.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import type { FinishedTrial, Trial } from './trial.ts';

/** Results that a run has when it is begun: the trials, perhaps the judgements, of the one it scores again. */
export type PriorResults = Pick<WholeRun, 'trials' | 'judgements'>;

/** When a run started, and when it last went on after a pause: ISO 8601. */
export interface Started {
  readonly startedAt: string;
  readonly resumedAt?: string | undefined;
}

interface Ended extends Started {
  readonly finishedAt: string;
}

/** For somebody to agree to the price. */
interface Waiting {
  readonly state: 'waiting';
  /** One sentence. */
  readonly reason: string;
}

interface Running extends Started {
  readonly state: 'running';
}

interface Done extends Ended {
  readonly state: 'done';
}

/** As `Started`, of a run that may have waited all the time. */
interface MaybeStarted {
  readonly startedAt?: string | undefined;
  readonly resumedAt?: string | undefined;
}

/** Somebody stopped it. */
interface Cancelled extends MaybeStarted {
  readonly state: 'cancelled';
  readonly finishedAt: string;
}

/** The process ended, maybe without a word; it can go on. */
interface Interrupted extends MaybeStarted {
  readonly state: 'interrupted';
  readonly finishedAt?: string | undefined;
}

/** By its limits, or since something broke. */
interface Failed extends Ended {
  readonly state: 'failed';
  /** One sentence. */
  readonly reason: string;
}

/** The state of a run, with all that is known in that state. */
export type RunPhase = Waiting | Running | Done | Cancelled | Interrupted | Failed;

export type RunState = RunPhase['state'];

/** The way in which a run ended. */
export type RunOutcome =
  | { readonly state: 'done' | 'cancelled' | 'interrupted' }
  | { readonly state: 'failed'; readonly reason: string };

/** A run as it stands at one moment. Most of its trials are without their words, which the store has. */
export type Snapshot = RunPhase & RunParts<FinishedTrial>;

/** A run in one of its states. */
export type RunIn<State extends RunState> = Extract<Snapshot, { readonly state: State }>;

/** A run with every word of it. */
export type WholeRun = RunPhase & RunParts<Trial>;

export interface RunParts<T extends FinishedTrial> {
  readonly plan: Plan;
  readonly trials: readonly T[];
  readonly judgements: readonly Judgement[];
  /** Trials that are finished and judged. */
  readonly settled: number;
  /** US dollars so far, contestants and judge; absent where no price is known. */
  readonly usd?: number | undefined;
  /** The answers that stream in at this moment, by trial id. */
  readonly partial: Readonly<Record<string, string>>;
  /** Of the settled trials, those that were so when it last started or went on. */
  readonly settledBefore: number;
}

/** A run in a few words, for lists. */
export type RunSummary = RunPhase & SummaryParts;

interface SummaryParts {
  readonly runId: string;
  readonly kind: Plan['kind'];
  /** The prompt of an `ask`, or the probe's name. */
  readonly title: string;
  /** Of a probe whose context stands in for training. */
  readonly analogue?: boolean | undefined;
  readonly subjectIds: readonly string[];
  readonly samples: number;
  readonly by: Person;
  readonly channel: string;
  /** Asked the cast alone: what it cost is play money. */
  readonly simulated?: boolean | undefined;
  readonly plannedAt: string;
  readonly trials: number;
  readonly settled: number;
  readonly usd?: number | undefined;
}
