import type { Item } from '../domain/probe.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';

/** What one score says of one answer, all its judges taken together. */
export interface Verdict {
  /** Absent where no judge could be read. */
  readonly value?: number | string | undefined;
  readonly distribution?: Readonly<Record<string, number>> | undefined;
  readonly mass?: number | undefined;
}

/** A finished trial with all that was said of it. */
export interface JudgedTrial {
  readonly planned: PlannedTrial;
  readonly trial: Trial;
  readonly item: Item;
  /** Whether a score is given here at all: one that compares is not, under the condition it compares with. */
  isScoredBy(score: string): boolean;
  /** The replies that a score looks at, in the order of the script. */
  replies(score: string): readonly StepReply[];
  /** Undefined where the reply was not given to the scorer at all: a refusal, a failure. */
  verdict(score: string, reply: StepReply): Verdict | undefined;
}
