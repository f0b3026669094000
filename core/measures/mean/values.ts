import { charactersOf } from '../../domain/outline.ts';
import type { FinishedReply } from '../../domain/trial.ts';
import { at } from '../../statistics/lists.ts';
import { mean, meanIfAny } from '../../statistics/mean.ts';
import { slope } from '../../statistics/slope.ts';
import type { TrialValue } from '../figure-kind.ts';
import { type JudgedTrial, lengthOf } from '../judged-trial.ts';
import { stepNumber } from '../points.ts';
import type { MeanMeasure } from './fields.ts';

type Value = Omit<TrialValue, 'length'>;

interface Scored {
  readonly reply: FinishedReply;
  readonly found: Value;
}

/** One value of the steps together, or one a step. */
export function valuesOf(judged: JudgedTrial, measure: MeanMeasure): readonly TrialValue[] {
  const steps = judged
    .replies(measure.score)
    .map((reply): Scored => ({ reply, found: ofStep(judged, measure, reply) }));
  if (measure.over === 'each') {
    return steps.map(({ reply, found }) => ({
      ...found,
      step: bareStep(measure.score, reply.step),
      length: charactersOf(reply),
    }));
  }
  return [{ ...together(judged, measure, steps), length: lengthOf(judged, [measure.score]) }];
}

function together(judged: JudgedTrial, { over }: MeanMeasure, steps: readonly Scored[]): Value {
  const missing = steps.find(({ found }) => found.value === undefined)?.found;
  // A mean over steps may do without one; a slope or a change without an end would be another thing.
  const there = steps.flatMap(({ reply, found: { value, outcome, mass } }) =>
    value === undefined ? [] : [{ reply, value, outcome, mass }],
  );
  if (there.length === 0 || (missing && over !== 'mean')) {
    return missing ?? { outcome: judged.trial.outcome };
  }
  return {
    outcome: there.find(({ outcome }) => outcome !== 'answered')?.outcome ?? 'answered',
    value: overSteps(over, there),
    mass: meanIfAny(there.flatMap(({ mass }) => (mass === undefined ? [] : [mass]))),
  };
}

function overSteps(
  over: MeanMeasure['over'],
  steps: readonly { readonly reply: FinishedReply; readonly value: number }[],
): number | undefined {
  const numbers = steps.map(({ value }) => value);
  switch (over) {
    case 'mean':
    case 'each':
      return mean(numbers);
    case 'change':
      return at(numbers, numbers.length - 1) - at(numbers, 0);
    case 'slope':
      return slope(steps.map(({ reply, value }, place) => [stepNumber(reply.step, place), value]));
  }
}

function ofStep(judged: JudgedTrial, measure: MeanMeasure, reply: FinishedReply): Value {
  const verdict = judged.verdict(measure.score, reply);
  if (!verdict) return { outcome: reply.outcome };
  const number = numberOf(judged, measure, reply, verdict.value);
  if (number === undefined) return { outcome: 'unparseable', mass: verdict.mass };
  const value = onScale(isTurned(judged, measure) ? turned(measure, number) : number, measure);
  return { outcome: reply.outcome, value, mass: verdict.mass };
}

/** The score's number without what is taken off; undefined where either is no number. */
function numberOf(
  judged: JudgedTrial,
  { score, minus }: MeanMeasure,
  reply: FinishedReply,
  value: number | string | undefined,
): number | undefined {
  const number = numeric(value);
  if (minus === undefined || number === undefined) return number;
  const name = bareStep(score, reply.step);
  const other = judged.replies(minus).find(({ step }) => bareStep(minus, step) === name);
  const before = other && numeric(judged.verdict(minus, other)?.value);
  return before === undefined ? undefined : number - before;
}

function numeric(value: number | string | undefined): number | undefined {
  const number = value === undefined ? undefined : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** True where the item speaks against the group, or the group counts the other way round, and not both. */
function isTurned({ item }: JudgedTrial, { keyed, turned: groups = [] }: MeanMeasure): boolean {
  const isOpposite = item.group !== undefined && groups.includes(item.group);
  return keyed && (item.keyed === -1) !== isOpposite;
}

function turned({ scale: [low, high], minus }: MeanMeasure, number: number): number {
  return minus === undefined ? low + high - number : -number;
}

function onScale(number: number, { scale: [low, high], minus, rescale }: MeanMeasure): number {
  const origin = minus === undefined ? low : 0;
  return rescale ? (number - origin) / (high - low) : number;
}

/** A step's name without the score's that looks at it: `warm` for `after-warm`. */
function bareStep(score: string, step: string): string {
  return step.startsWith(`${score}-`) ? step.slice(score.length + 1) : step;
}
