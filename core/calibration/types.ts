/** One answer of a run: what a person and a judge label. */
export interface AnswerPlace {
  readonly trial: string;
  readonly step: string;
}

export interface Label extends AnswerPlace {
  /** As a judge's score has it: a label, its number on a ladder, or a point of a scale. */
  readonly value: number | string;
  /** ISO 8601. */
  readonly at: string;
}

/** One person's labels for one score of one run. */
export interface LabelSet {
  /** The answers that are to be labelled, in the order in which they are shown. */
  readonly drawn: readonly AnswerPlace[];
  /** In the order in which they were given. */
  readonly labelled: readonly Label[];
}

export function isSamePlace(a: AnswerPlace, b: AnswerPlace): boolean {
  return a.trial === b.trial && a.step === b.step;
}
