import type { Judgement } from '../domain/judgement.ts';
import { outlineOf } from '../domain/outline.ts';
import type { Snapshot } from '../domain/run.ts';
import { slices } from '../domain/slices.ts';
import type { PlannedTrial } from '../domain/trial.ts';

/** Entries a slice: a few milliseconds of writing at most, however much a run holds. */
const SLICE = 200;

/** A run as JSON, in pieces that were written one by one: lists of lists. */
export interface RunText {
  readonly head: string;
  readonly planned: readonly string[];
  readonly trials: readonly string[];
  readonly judgements: readonly string[];
}

/**
 * Writes down what the statistics of a run rest on, and lets others have their turn in between: to clone a
 * large run for a thread all at once holds up the event loop for up to a second.
 */
export async function writeRun(run: Snapshot): Promise<RunText> {
  const { plan, trials, judgements, partial: _, ...head } = run;
  return {
    head: JSON.stringify({ ...head, plan: { ...plan, trials: [] } }),
    planned: await written(plan.trials, bareTrial),
    trials: await written(trials, outlineOf),
    judgements: await written(judgements, bareJudgement),
  };
}

/** The run without what no statistic reads. */
export function readRun({ head, planned, trials, judgements }: RunText): Snapshot {
  const { plan, ...rest } = JSON.parse(head);
  return {
    ...rest,
    plan: { ...plan, trials: entries(planned) },
    trials: entries(trials),
    judgements: entries(judgements),
    partial: {},
  };
}

async function written<T>(
  list: readonly T[],
  bare: (entry: T) => unknown,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const slice of slices(list, SLICE)) texts.push(JSON.stringify(slice.map(bare)));
  return texts;
}

function entries<T>(texts: readonly string[]): readonly T[] {
  return texts.flatMap((text): readonly T[] => JSON.parse(text));
}

function bareTrial({ trialId, subjectId, condition, item, sample }: PlannedTrial): PlannedTrial {
  return { trialId, subjectId, condition, item, sample, seed: 0, steps: [], presented: {} };
}

/** A judge's own words are no part of the figures. */
function bareJudgement({ trialId, score, step, judge, result }: Judgement): Judgement {
  const { judge: _, swapped: __, ...bare } = result;
  if (bare.status === 'unparseable')
    return { trialId, score, step, judge, result: { ...bare, reason: '' } };
  const { quote: ___, second, ...scored } = bare;
  return {
    trialId,
    score,
    step,
    judge,
    result: {
      ...scored,
      reason: '',
      ...(second ? { second: { value: second.value, judge: NO_REPLY } } : {}),
    },
  };
}

const NO_USAGE = { tokensIn: 0, tokensOut: 0, estimated: false };
const NO_REPLY = { model: '', raw: '', usage: NO_USAGE };
