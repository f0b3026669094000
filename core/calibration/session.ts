import type { Asker } from '../domain/access.ts';
import type { WholeRun } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import { answerTo, beforeStep, stepOf } from '../planning/transcript.ts';
import { requireWholeRun } from '../runs/run-access.ts';
import type { Runs } from '../runs/runs.ts';
import { seen } from '../scoring/judge/fields.ts';
import { drawAnswers } from './draw-answers.ts';
import type { LabelKey, LabelStore } from './label-store.ts';
import { type Rubric, rubricOf, valueFor } from './rubric.ts';
import { isSamePlace, type LabelSet } from './types.ts';
import { verdictsOf } from './verdicts.ts';

/** All that labelling reads and keeps; the app has it. */
export interface Calibration {
  readonly runs: Runs;
  readonly labels: LabelStore;
  readonly now: () => Date;
}

/** One person at work on one score of a run. */
export interface Session {
  readonly snapshot: WholeRun;
  readonly rubric: Rubric;
  readonly labelSet: LabelSet;
  readonly labelKey: LabelKey;
  /** The score that is taken where none is named. */
  readonly defaultScore: string;
}

/**
 * Goes on where the person was, or draws the answers. They stay the same once drawn.
 * @throws UserError where the run is not the channel's, goes on, or has nothing to label.
 */
export async function openSession(
  { runs, labels }: Calibration,
  asker: Asker,
  typed: string,
  score: string | undefined,
): Promise<Session> {
  const snapshot = await requireWholeRun(runs, asker, typed);
  const { plan, state } = snapshot;
  if (state === 'running' || state === 'waiting') {
    throw new UserError(
      `Run ${plan.runId} is ${state}; its answers are drawn when all are there.`,
      `When it has ended: calibrate ${plan.runId}`,
      { code: 'conflict' },
    );
  }
  const rubric = rubricOf(plan, score);
  const defaultScore = rubricOf(plan, undefined).score;
  const labelKey = { run: plan.runId, score: rubric.score, person: asker.who.id };
  const known = await labels.get(labelKey);
  if (known) return { snapshot, rubric, labelSet: known, labelKey, defaultScore };
  const drawn = drawAnswers(verdictsOf(snapshot, rubric.score, plan.judges[0]), rubric, plan.seed);
  if (drawn.length === 0) {
    throw new UserError(
      `The judge scored no answer of run ${plan.runId}.`,
      `See what happened: show ${plan.runId} --as answers`,
      { code: 'not-found' },
    );
  }
  const labelSet = { drawn, labelled: [] };
  await labels.save(labelKey, labelSet);
  return { snapshot, rubric, labelSet, labelKey, defaultScore };
}

/** @param number the answer's, from 1. @throws UserError */
export async function label(
  { labels, now }: Calibration,
  session: Session,
  number: number,
  typed: string,
): Promise<Session> {
  const { labelSet, rubric } = session;
  const place = labelSet.drawn[number - 1];
  if (!place) {
    throw new UserError(
      `There is no answer ${number}; ${labelSet.drawn.length} were drawn.`,
      `See the next: calibrate ${session.labelKey.run}`,
      { code: 'not-found' },
    );
  }
  const value = valueFor(rubric, typed);
  const at = now().toISOString();
  const others = labelSet.labelled.filter((one) => !isSamePlace(one, place));
  return saveLabels(labels, session, {
    ...labelSet,
    labelled: [...others, { ...place, value, at }],
  });
}

/** Takes back the last label. @throws UserError where there is none. */
export async function unlabel({ labels }: Calibration, session: Session): Promise<Session> {
  const { labelSet, labelKey } = session;
  if (labelSet.labelled.length > 0) {
    return saveLabels(labels, session, { ...labelSet, labelled: labelSet.labelled.slice(0, -1) });
  }
  throw new UserError('Nothing was labelled yet.', `Begin with: calibrate ${labelKey.run}`, {
    code: 'conflict',
  });
}

async function saveLabels(
  labels: LabelStore,
  session: Session,
  labelSet: LabelSet,
): Promise<Session> {
  await labels.save(session.labelKey, labelSet);
  return { ...session, labelSet };
}

/** An answer and what the judge saw beside it, each absent where it did not. */
export interface NextAnswer extends ReturnType<typeof seen> {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The first answer without a label, with what the judge saw of it and no more; undefined at the end. */
export function nextAnswer({ snapshot, rubric, labelSet }: Session): NextAnswer | undefined {
  const at = labelSet.drawn.findIndex(
    (place) => !labelSet.labelled.some((label) => isSamePlace(label, place)),
  );
  const place = labelSet.drawn[at];
  const trial = snapshot.trials.find(({ trialId }) => trialId === place?.trial);
  const planned = snapshot.plan.trials.find(({ trialId }) => trialId === place?.trial);
  if (!place || !trial || !planned) return undefined;
  const reply = trial.replies.find(({ step }) => step === place.step);
  const step = stepOf(planned, place.step);
  return {
    number: at + 1,
    text: answerTo(planned, { step: place.step, text: reply?.text ?? '' }),
    ...seen({
      options: rubric,
      question: step?.user ?? '',
      frame: planned.system,
      before: beforeStep(planned, trial, place.step),
    }),
  };
}
