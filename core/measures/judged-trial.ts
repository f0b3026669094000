import { charactersOf } from '../domain/outline.ts';
import type { Item } from '../domain/probe.ts';
import type { FinishedReply, FinishedTrial, PlannedTrial } from '../domain/trial.ts';

/** The verdict of one score on one answer, all its judges taken together. */
export interface Verdict {
  /** Absent where no judge could be read. */
  readonly value?: number | string | undefined;
  readonly distribution?: Readonly<Record<string, number>> | undefined;
  readonly mass?: number | undefined;
}

/** A finished trial with all that was said of it. */
export interface JudgedTrial {
  readonly planned: PlannedTrial;
  readonly trial: FinishedTrial;
  readonly item: Item;
  /** False of a score that compares, under the condition it compares with: it is not given there. */
  isScoredBy(score: string): boolean;
  /** The replies that a score looks at, in the order of the script. */
  replies(score: string): readonly FinishedReply[];
  /** Undefined where the reply was not given to the scorer at all: a refusal, a failure. */
  verdict(score: string, reply: FinishedReply): Verdict | undefined;
}

/** Letters of the answers that some scores look at. */
export function lengthOf(judged: JudgedTrial, scores: readonly string[]): number {
  const replies = scores.flatMap((score) => judged.replies(score));
  return replies.reduce((sum, reply) => sum + charactersOf(reply), 0);
}
