import type { Comparison, Contrast, MeasureResult } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';
import type { Snapshot } from '../domain/run.ts';
import { computed } from '../measures/compute.ts';
import { type Data, isFigured } from '../measures/data.ts';
import { type Tested, untested } from '../measures/tested.ts';
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
export function compare(snapshot: Snapshot): Comparison {
  const { plan } = snapshot;
  const unfinished = partial(snapshot);
  const data = dataOf(snapshot, unfinished !== undefined);
  // Partial figures are compared with nothing, so that no test is made of them either.
  const failed = data.partial ? new Map<string, string>() : failedControls(data);
  const declared = declaredMeasure(plan.probe);
  const measures = plan.probe.measures.map((measure) =>
    resultOf(data, measure, { declared: measure === declared, failed }),
  );
  const spoken = headlineMeasure({ measures });
  return {
    runId: plan.runId,
    probe: plan.probe.name,
    measures,
    finding: spoken ? (unfinished ?? findingOf(plan, spoken)) : '',
    warnings: warningsOf(snapshot),
    judges: judgeReports(snapshot),
    agreement: agreementOf(snapshot),
    lengths: lengthsOf(data),
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
  readonly declared: boolean;
  /** By subject. */
  readonly failed: ReadonlyMap<string, string>;
}

function resultOf(data: Data, measure: Measure, about: About): MeasureResult {
  const { plan } = data;
  const { tested, notes = [], gap, ...figures } = computed(data, measure);
  const sticks = paraphraseNoise(plan, figures.rows, gap);
  const held = tested.map((one) => controlled(one, about.failed));
  const contrasts = correctForMultiplicity(held).map((one): Contrast => {
    const yardstick = one.varies === 'chance' ? undefined : sticks.get(noiseKey(one.a));
    return {
      ...one,
      // An e-value is for repeats: a first run was looked at once.
      evidence: plan.evidence ? one.evidence : undefined,
      yardstick,
      prediction: predictionOf(plan.probe, measure, one),
    };
  });
  return {
    id: measure.id,
    label: measure.label,
    kind: measure.kind,
    declared: about.declared,
    ...figures,
    contrasts,
    notes,
  };
}

/** Nothing of a subject whose control failed is compared. */
function controlled(tested: Tested, failed: ReadonlyMap<string, string>): Tested {
  const { contrast } = tested;
  const reason =
    failed.get(contrast.a.subjectId) ?? (contrast.b && failed.get(contrast.b.subjectId));
  if (reason === undefined || contrast.verdict === 'not comparable') return tested;
  const { a, b, varies, pairs, unit } = contrast;
  return untested({ a, b, varies, pairs, unit, verdict: 'not comparable', reason });
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

/** How many trials failed, and what the provider said most often. */
function failuresOf(trials: Snapshot['trials']): readonly string[] {
  const failed = trials.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return [];
  const reasons = counted(failed.flatMap(({ replies }) => replies.at(-1)?.reason ?? []));
  const [most] = [...reasons].toSorted(([, a], [, b]) => b - a);
  const why = most === undefined ? '' : `, most often because: ${most[0]}`;
  const stop = /[.?!]$/.test(why) ? '' : '.';
  return [`${failed.length} of ${trials.length} trials failed${why}${stop}`];
}

/** Judges favour long answers: how far the length alone tells what the first figure says. */
function lengthsOf({ plan, figure }: Data): number | undefined {
  const first = plan.probe.measures.find(isFigured);
  if (plan.judges.length === 0 || !first) return undefined;
  const points = figure(first.id).points.flatMap(({ value, length }) =>
    value === undefined ? [] : [{ value, length }],
  );
  return spearman(
    points.map(({ length }) => length),
    points.map(({ value }) => value),
  );
}
