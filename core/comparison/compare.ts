import type { Comparison, Contrast, MeasureResult } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';
import type { Snapshot } from '../domain/run.ts';
import type { Computed, Data } from '../measures/data.ts';
import type { MeasureKind } from '../measures/measure-kind.ts';
import { kindOf, MEASURES, type MeasureKinds } from '../measures/registry.ts';
import type { UncorrectedContrast } from '../measures/uncorrected.ts';
import { declaredMeasure } from '../probes/declared-measure.ts';
import { counted } from '../statistics/count.ts';
import { spearman } from '../statistics/rank.ts';
import { failedControls } from './controls.ts';
import { dataOf } from './data.ts';
import { findingOf } from './finding.ts';
import { headlineMeasure } from './headline.ts';
import { agreementOf, judgeReports } from './judges.ts';
import { correctForMultiplicity } from './multiplicity.ts';
import { noiseKey, paraphraseNoise } from './paraphrase-noise.ts';
import { predictionOf } from './predictions.ts';

/**
 * The statistics of a run as it stands. Pure: the same trials and judgements give the same comparison.
 * Of a finished run it resamples, which takes seconds: `Comparisons` does that in a worker.
 */
export function compare(snapshot: Snapshot, kinds: MeasureKinds = MEASURES): Comparison {
  const { plan } = snapshot;
  const unfinished = partial(snapshot);
  const data = dataOf(snapshot, unfinished !== undefined, kinds);
  // Partial figures are compared with nothing, so that no test is made of them either.
  const failed = data.partial ? new Map<string, string>() : failedControls(data);
  const declared = declaredMeasure(plan.probe, kinds);
  const measures = plan.probe.measures.map((measure) =>
    resultOf(data, measure, { kinds, declared: measure === declared, failed }),
  );
  const headline = headlineMeasure({ measures });
  return {
    runId: plan.runId,
    probe: plan.probe.name,
    measures,
    finding: headline ? (unfinished ?? findingOf(plan, headline, kinds)) : '',
    warnings: warningsOf(snapshot),
    judges: judgeReports(snapshot),
    agreement: agreementOf(snapshot),
    lengths: lengthsOf(data, kinds),
  };
}

/** True of runs whose comparison takes long: a question has no figures, and what is unfinished is not tested. */
export function isResampled({ plan, state }: Snapshot): boolean {
  return plan.kind === 'probe' && state === 'done';
}

/** A run that is not finished finds nothing: whoever reads no further must not quote its figures. */
function partial({ plan, state, settled }: Snapshot): string | undefined {
  const part = `${settled} of ${plan.trials.length} trials`;
  switch (state) {
    case 'done':
      return undefined;
    case 'running':
    case 'waiting':
      return `Not finished: ${part} so far, so nothing is compared yet.`;
    case 'cancelled':
    case 'interrupted':
    case 'failed':
      return `Stopped after ${part}: the figures are partial, and nothing is compared.`;
  }
}

interface About {
  readonly kinds: MeasureKinds;
  readonly declared: boolean;
  /** By subject. */
  readonly failed: ReadonlyMap<string, string>;
}

const NOTHING: Computed = { format: 'number', scale: [0, 1], rows: [], contrasts: [] };

function resultOf(data: Data, measure: Measure, about: About): MeasureResult {
  const { plan } = data;
  const kind = kindOf(measure, about.kinds);
  // Tests that draw take a while, and a run under way is looked at again and again.
  const computed = data.partial && !kind.figure ? NOTHING : kind.compute(data, measure);
  const { contrasts, notes = [], gap, ...figures } = computed;
  const noise = paraphraseNoise(plan, figures.rows, gap);
  const controlled = contrasts.map((one) => underControl(one, about.failed));
  return {
    id: measure.id,
    label: measure.label,
    kind: measure.kind,
    declared: about.declared,
    ...figures,
    contrasts: correctForMultiplicity(controlled).map((one) => ({
      ...withPrediction(plan.probe, measure, kind, one),
      paraphraseNoise: one.varies === 'chance' ? undefined : noise.get(noiseKey(one.a)),
    })),
    notes,
  };
}

function withPrediction(
  probe: Snapshot['plan']['probe'],
  measure: Measure,
  { isDistance }: MeasureKind,
  one: Contrast,
): Contrast {
  if (one.difference === undefined) return one;
  return { ...one, prediction: predictionOf(probe, { id: measure.id, isDistance }, one) };
}

/** Nothing of a subject whose control failed is compared. */
function underControl(
  one: UncorrectedContrast,
  failed: ReadonlyMap<string, string>,
): UncorrectedContrast {
  const { rows, state } = one;
  const reason = failed.get(rows.a.subjectId) ?? (rows.b && failed.get(rows.b.subjectId));
  if (reason === undefined || state === 'not comparable') return one;
  return { state: 'not comparable', rows, reason, isPartial: false };
}

function warningsOf({ plan, trials }: Snapshot): readonly string[] {
  const { probe } = plan;
  const share = (outcome: string) =>
    trials.filter((trial) => trial.outcome === outcome).length / Math.max(1, trials.length);
  return [
    ...(probe.caution === undefined ? [] : [probe.caution]),
    ...(probe.analogue
      ? ['An in-context analogue: the context stands in for training, and is not training.']
      : []),
    ...(plan.warnings ?? []),
    ...failuresOf(trials),
    ...(share('truncated') > 0.1
      ? ['More than a tenth of the answers were cut at the token limit.']
      : []),
  ];
}

/** How many trials failed, and the reason that the provider gave most often. */
function failuresOf(trials: Snapshot['trials']): readonly string[] {
  const failed = trials.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return [];
  const reasons = counted(
    failed.flatMap(({ replies }) => {
      const reason = replies.at(-1)?.reason;
      return reason === undefined ? [] : [reason];
    }),
  );
  const [most] = [...reasons].toSorted(([, a], [, b]) => b - a);
  const why = most === undefined ? '' : `, most often because: ${most[0]}`;
  const stop = /[.?!]$/.test(why) ? '' : '.';
  return [`${failed.length} of ${trials.length} trials failed${why}${stop}`];
}

/** Judges favour long answers: how far the length alone tells the first figure. */
function lengthsOf({ plan, figure }: Data, kinds: MeasureKinds): number | undefined {
  const first = plan.probe.measures.find((measure) => kindOf(measure, kinds).figure);
  if (plan.judges.length === 0 || !first) return undefined;
  const points = figure(first.id).points.flatMap(({ value, length }) =>
    value === undefined ? [] : [{ value, length }],
  );
  return spearman(
    points.map(({ length }) => length),
    points.map(({ value }) => value),
  );
}
