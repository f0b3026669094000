import type { Judgement } from './judgement.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import type { Trial } from './trial.ts';

/** What a run has already when it starts: the trials, perhaps the judgements, of the one it scores again. */
export type Given = Pick<Snapshot, 'trials' | 'judgements'>;

/** `waiting`: for somebody to agree to the price. `interrupted`: the process ended; it can go on. */
export type RunState = 'waiting' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed';

/** A run as it stands at one moment. */
export interface Snapshot {
  readonly plan: Plan;
  readonly state: RunState;
  /** Why it is waiting or failed: one sentence for a person. */
  readonly reason?: string | undefined;
  readonly trials: readonly Trial[];
  readonly judgements: readonly Judgement[];
  /** Trials that are finished and judged. */
  readonly settled: number;
  /** US dollars so far, contestants and judge; absent where no price is known. */
  readonly usd?: number | undefined;
  /** What streams in at this moment, by trial id. */
  readonly partial: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly startedAt?: string | undefined;
  /** When it last went on after a pause, and how many trials were settled by then. */
  readonly resumedAt?: string | undefined;
  readonly settledBefore?: number | undefined;
  readonly finishedAt?: string | undefined;
}

/** A run in a few words, for lists. */
export interface RunSummary {
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
  readonly state: RunState;
  readonly reason?: string | undefined;
  readonly trials: number;
  readonly settled: number;
  readonly usd?: number | undefined;
  readonly startedAt?: string | undefined;
  readonly resumedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
}
