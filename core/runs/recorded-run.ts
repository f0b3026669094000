import type { Comparison, Contrast, MeasureResult, Row, RowKey } from '../domain/comparison.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { AskOrigin, Plan, PlanParts, ProbeOrigin, ProbePlan } from '../domain/plan.ts';
import type { RunSummary } from '../domain/run.ts';
import type { Subject } from '../domain/subject.ts';
import type { PlannedTrial, Trial } from '../domain/trial.ts';
import type { RunHead } from './archive.ts';

/**
 * A run under the names that stored data, exports and `--json` have had from the start, where an id is
 * called `run`, `trial`, `subject` or just `id`. Only names differ, so that a record is mapped and not read.
 */
export type RecordedPlan = Omit<PlanParts, 'runId' | 'subjects' | 'trials'> & {
  readonly run: string;
  readonly kind: Plan['kind'];
  readonly leftOut?: ProbePlan['leftOut'];
  /** The run of which this one is a repeat or a follow-up, or whose answers it scores again. */
  readonly from?: string | undefined;
  readonly rescored?: boolean | undefined;
  readonly evidence?: ProbePlan['evidence'];
  readonly subjects: readonly RecordedSubject[];
  readonly trials: readonly RecordedPlannedTrial[];
};
/** Each state of a head by itself, without what is renamed. */
type Renamed<Head> = Head extends unknown ? Omit<Head, 'runId' | 'subjectIds'> : never;

export type RecordedSubject = Omit<Subject, 'subjectId'> & { readonly id: string };
export type RecordedPlannedTrial = Omit<PlannedTrial, 'trialId' | 'subjectId'> & {
  readonly id: string;
  readonly subject: string;
};
export type RecordedTrial = Omit<Trial, 'trialId'> & { readonly id: string };
export type RecordedJudgement = Omit<Judgement, 'trialId'> & { readonly trial: string };
export type RecordedHead = Renamed<RunHead> & {
  readonly run: string;
  readonly subjects: readonly string[];
};

export function recordPlan({ runId: run, origin, ...plan }: Plan): RecordedPlan {
  return {
    run,
    ...plan,
    ...(origin.kind === 'new' ? {} : { from: origin.of }),
    ...(origin.kind === 'rescore' ? { rescored: true } : {}),
    subjects: plan.subjects.map(({ subjectId: id, ...subject }) => ({ id, ...subject })),
    trials: plan.trials.map(recordPlannedTrial),
  };
}

export function planFrom(record: RecordedPlan): Plan {
  const { run: runId, kind, from, rescored, evidence, leftOut, ...plan } = record;
  const parts: PlanParts = {
    runId,
    ...plan,
    subjects: plan.subjects.map(({ id: subjectId, ...subject }) => ({ subjectId, ...subject })),
    trials: plan.trials.map(plannedTrialFrom),
  };
  return kind === 'ask'
    ? { ...parts, kind, origin: askOrigin(parts, from) }
    : { ...parts, kind, origin: probeOrigin(from, rescored), evidence, leftOut };
}

/** A question that goes on from a conversation has some of it before its own step. */
function askOrigin({ trials }: PlanParts, from: string | undefined): AskOrigin {
  if (from === undefined) return { kind: 'new' };
  const [first] = trials;
  return { kind: first && first.steps.length > 1 ? 'follow-up' : 'repeat', of: from };
}

function probeOrigin(from: string | undefined, rescored: boolean | undefined): ProbeOrigin {
  if (from === undefined) return { kind: 'new' };
  return { kind: rescored ? 'rescore' : 'repeat', of: from };
}

export function recordPlannedTrial(trial: PlannedTrial): RecordedPlannedTrial {
  const { trialId: id, subjectId: subject, ...rest } = trial;
  return { id, subject, ...rest };
}

export function plannedTrialFrom(record: RecordedPlannedTrial): PlannedTrial {
  const { id: trialId, subject: subjectId, ...rest } = record;
  return { trialId, subjectId, ...rest };
}

export function recordTrial({ trialId: id, ...trial }: Trial): RecordedTrial {
  return { id, ...trial };
}

export function trialFrom({ id: trialId, ...trial }: RecordedTrial): Trial {
  return { trialId, ...trial };
}

export function recordJudgement({ trialId: trial, ...judgement }: Judgement): RecordedJudgement {
  return { trial, ...judgement };
}

export function judgementFrom({ trial: trialId, ...judgement }: RecordedJudgement): Judgement {
  return { trialId, ...judgement };
}

type Record<Head> = Renamed<Head> & Pick<RecordedHead, 'run' | 'subjects'>;

export function recordHead<Head extends RunSummary>(head: Head): Record<Head> {
  const { runId: run, subjectIds: subjects, ...rest } = head;
  return { run, ...rest, subjects } as unknown as Record<Head>;
}

export function headFrom({ run: runId, subjects: subjectIds, ...head }: RecordedHead): RunHead {
  return { runId, ...head, subjectIds };
}

export function recordComparison({ runId: run, ...comparison }: Comparison) {
  return { run, ...comparison, measures: comparison.measures.map(recordMeasure) };
}

function recordMeasure(measure: MeasureResult) {
  return {
    ...measure,
    rows: measure.rows.map(recordRow),
    contrasts: measure.contrasts.map(recordContrast),
  };
}

function recordKey({ subjectId: subject, condition, group, step }: RowKey) {
  return { subject, condition, group, step };
}

function recordRow(row: Row) {
  const { subjectId: _, condition, group, step, estimate, interval, method, ...rest } = row;
  return { ...recordKey(row), estimate, interval, method, ...rest };
}

/** Fields of the domain that scripts do not know are left out. */
function recordContrast(contrast: Contrast) {
  const { a, b, varies, unit, pairs, difference, interval, ...rest } = contrast;
  const { minimumDetectableEffect, paraphraseNoise, isPartial: _, prediction, ...figures } = rest;
  return {
    a: recordKey(a),
    b: b && recordKey(b),
    varies,
    unit,
    pairs,
    difference,
    interval,
    detectable: minimumDetectableEffect,
    ...figures,
    yardstick: paraphraseNoise,
    prediction,
  };
}
