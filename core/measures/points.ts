import type { RowKey } from '../domain/comparison.ts';
import type { Clause, Figured, MeasureOf } from '../domain/measure.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { StepReply } from '../domain/trial.ts';
import { mean, meanIfAny } from '../statistics/mean.ts';
import { slope } from '../statistics/slope.ts';
import type { JudgedTrial } from './judged-trial.ts';

/** What one trial says about one row of a measure: a value, or the outcome that stands in its place. */
export interface Point {
  readonly key: RowKey;
  /** What statistics count: the item, or the unit that it belongs to. */
  readonly item: string;
  readonly sample: number;
  readonly outcome: Outcome;
  /** Absent where the answer could not be scored. */
  readonly value?: number | undefined;
  /** How much of a probability lay on what was looked for, where the score is a share of one. */
  readonly mass?: number | undefined;
  /** Letters of the answers that were scored. */
  readonly length: number;
}

type Found = Pick<Point, 'outcome' | 'value' | 'mass'>;

/** One point a finished and judged trial; one a step where the measure is shown over the steps. */
export function pointsOf(trials: readonly JudgedTrial[], measure: Figured): readonly Point[] {
  const scores = measure.kind === 'mean' ? [measure.score] : measure.when.map(({ score }) => score);
  const counted = trials.filter(counts(measure));
  return counted
    .filter((one) => scores.every(one.isScoredBy))
    .flatMap((judged) => {
      const about = aboutOf(judged, measure);
      if (measure.kind === 'mean' && measure.over === 'each') {
        return judged.replies(measure.score).map((reply) => ({
          ...about,
          key: { ...about.key, step: bareStep(measure.score, reply.step) },
          length: reply.text.length,
          ...ofStep(judged, measure, reply),
        }));
      }
      const length = scores
        .flatMap((score) => judged.replies(score))
        .reduce((sum, { text }) => sum + text.length, 0);
      return [{ ...about, length, ...ofTrial(judged, measure) }];
    });
}

/** Whether a trial's item is one of those that a measure counts. */
export function counts({ groups }: { readonly groups?: readonly string[] | undefined }) {
  return ({ item }: JudgedTrial): boolean => !groups || groups.includes(item.group ?? '');
}

/** Which row and which unit a trial belongs to. */
export function aboutOf(
  { planned, item }: JudgedTrial,
  { grouped }: { readonly grouped: boolean },
): Pick<Point, 'key' | 'item' | 'sample'> {
  return {
    key: {
      subjectId: planned.subjectId,
      condition: planned.condition,
      ...(grouped ? { group: item.group } : {}),
    },
    item: item.unit ?? item.id,
    sample: planned.sample,
  };
}

function ofTrial(judged: JudgedTrial, measure: Figured): Found {
  if (measure.kind === 'share') return ofClauses(judged, measure.when);
  const steps = judged.replies(measure.score);
  const found = steps.map((reply) => ofStep(judged, measure, reply));
  const lost = found.find(({ value }) => value === undefined);
  // A mean over steps may do without one; a slope or a change without an end would be another thing.
  const there = found.filter(({ value }) => value !== undefined);
  const numbers = there.flatMap(({ value }) => value ?? []);
  if (numbers.length === 0 || (lost && measure.over !== 'mean')) {
    return lost ?? { outcome: judged.trial.outcome };
  }
  const masses = there.flatMap(({ mass }) => mass ?? []);
  return {
    outcome: there.find(({ outcome }) => outcome !== 'answered')?.outcome ?? 'answered',
    value: overSteps(measure, steps, numbers),
    mass: meanIfAny(masses),
  };
}

function overSteps(
  { over }: MeasureOf<'mean'>,
  steps: readonly StepReply[],
  numbers: readonly number[],
): number | undefined {
  switch (over) {
    case 'mean':
    case 'each':
      return mean(numbers);
    case 'change':
      return (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
    case 'slope':
      return slope(numbers.map((number, at) => [stepNumber(steps[at], at), number]));
  }
}

function ofClauses(judged: JudgedTrial, clauses: readonly Clause[]): Found {
  let holds = true;
  let outcome: Outcome = 'answered';
  for (const clause of clauses) {
    const replies = judged.replies(clause.score);
    if (replies.length === 0) return { outcome: judged.trial.outcome };
    for (const reply of replies) {
      const verdict = judged.verdict(clause.score, reply);
      if (!verdict) return { outcome: reply.outcome };
      if (verdict.value === undefined) return { outcome: 'unparseable', mass: verdict.mass };
      holds &&= satisfies(clause, verdict.value);
      // A refusal that the probe judges has a value, and stays a refusal.
      if (reply.outcome !== 'answered') outcome = reply.outcome;
    }
  }
  return { outcome, value: holds ? 1 : 0 };
}

export function satisfies(clause: Clause, value: number | string): boolean {
  if ('is' in clause) return clause.is.some((allowed) => String(allowed) === String(value));
  const number = Number(value);
  return 'below' in clause ? number < clause.below : number > clause.above;
}

function ofStep(judged: JudgedTrial, measure: MeasureOf<'mean'>, reply: StepReply): Found {
  const verdict = judged.verdict(measure.score, reply);
  if (!verdict) return { outcome: reply.outcome };
  const before =
    measure.minus === undefined ? 0 : taken(judged, measure.score, measure.minus, reply);
  const number = verdict.value === undefined ? Number.NaN : Number(verdict.value) - before;
  if (!Number.isFinite(number)) return { outcome: 'unparseable', mass: verdict.mass };
  const [low, high] = measure.scale;
  const against = judged.item.keyed === -1;
  const opposite = measure.turned?.includes(judged.item.group ?? '') ?? false;
  const turned = measure.keyed && against !== opposite;
  const keyed = !turned ? number : measure.minus === undefined ? low + high - number : -number;
  const origin = measure.minus === undefined ? low : 0;
  const value = measure.rescale ? (keyed - origin) / (high - low) : keyed;
  return { outcome: reply.outcome, value, mass: verdict.mass };
}

/** The value of the other score at the step of the same name; NaN where there is none. */
function taken(judged: JudgedTrial, score: string, minus: string, reply: StepReply): number {
  const name = bareStep(score, reply.step);
  const other = judged.replies(minus).find(({ step }) => bareStep(minus, step) === name);
  const value = other && judged.verdict(minus, other)?.value;
  return value === undefined ? Number.NaN : Number(value);
}

/** A step's name without the score's that looks at it: `warm` for `after-warm`. */
function bareStep(score: string, step: string): string {
  return step.startsWith(`${score}-`) ? step.slice(score.length + 1) : step;
}

/** `turn-4` stands at 4 on the axis. */
export function stepNumber(reply: Pick<StepReply, 'step'> | undefined, index: number): number {
  const digits = /(\d+)$/.exec(reply?.step ?? '')?.[1];
  return digits === undefined ? index : Number(digits);
}
