import type { Asker } from '../domain/access.ts';
import type { Snapshot } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import { answerTo, beforeStep, stepOf } from '../planning/transcript.ts';
import { requireRunAccess } from '../runs/run-access.ts';
import type { Runs } from '../runs/runs.ts';
import { seen } from '../scoring/judge/fields.ts';
import { draw } from './draw-answers.ts';
import { judgedBy } from './judged.ts';
import type { BookOf, LabelStore } from './label-store.ts';
import { type Rubric, rubricOf, valueFor } from './rubric.ts';
import { type Book, samePlace } from './types.ts';

/** All that labelling reads and keeps; the app has it. */
export interface Calibration {
  readonly runs: Runs;
  readonly labels: LabelStore;
  readonly now: () => Date;
}

/** One person at work on one score of a run. */
export interface Session {
  readonly snapshot: Snapshot;
  readonly rubric: Rubric;
  readonly book: Book;
  readonly of: BookOf;
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
  const snapshot = await requireRunAccess(runs, asker, typed);
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
  const of = { run: plan.runId, score: rubric.score, person: asker.who.id };
  const known = await labels.get(of);
  if (known) return { snapshot, rubric, book: known, of, defaultScore };
  const drawn = draw(judgedBy(snapshot, rubric.score, plan.judges[0]), rubric, plan.seed);
  if (drawn.length === 0) {
    throw new UserError(
      `The judge scored no answer of run ${plan.runId}.`,
      `See what happened: show ${plan.runId} --as answers`,
      { code: 'not-found' },
    );
  }
  const book = { drawn, labelled: [] };
  await labels.save(of, book);
  return { snapshot, rubric, book, of, defaultScore };
}

/** @param number the answer's, from 1. @throws UserError */
export async function label(
  { labels, now }: Calibration,
  session: Session,
  number: number,
  typed: string,
): Promise<Session> {
  const { book, rubric } = session;
  const place = book.drawn[number - 1];
  if (!place) {
    throw new UserError(
      `There is no answer ${number}; ${book.drawn.length} were drawn.`,
      `See the next: calibrate ${session.of.run}`,
      { code: 'not-found' },
    );
  }
  const value = valueFor(rubric, typed);
  const at = now().toISOString();
  const others = book.labelled.filter((one) => !samePlace(one, place));
  return saved(labels, session, { ...book, labelled: [...others, { ...place, value, at }] });
}

/** Takes back the last label. @throws UserError where there is none. */
export async function unlabel({ labels }: Calibration, session: Session): Promise<Session> {
  const { book, of } = session;
  if (book.labelled.length > 0) {
    return saved(labels, session, { ...book, labelled: book.labelled.slice(0, -1) });
  }
  throw new UserError('Nothing was labelled yet.', `Begin with: calibrate ${of.run}`, {
    code: 'conflict',
  });
}

async function saved(labels: LabelStore, session: Session, book: Book): Promise<Session> {
  await labels.save(session.of, book);
  return { ...session, book };
}

/** An answer and what the judge saw beside it, each absent where it did not. */
export interface NextAnswer extends ReturnType<typeof seen> {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The first answer without a label, with what the judge saw of it and no more; undefined at the end. */
export function nextAnswer({ snapshot, rubric, book }: Session): NextAnswer | undefined {
  const at = book.drawn.findIndex(
    (place) => !book.labelled.some((label) => samePlace(label, place)),
  );
  const place = book.drawn[at];
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
