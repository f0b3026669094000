import type { Plan } from '../../domain/plan.ts';
import { cronbachAlpha } from '../../statistics/cronbach.ts';
import { mean, meanIfAny } from '../../statistics/mean.ts';
import { bare, percent } from '../format.ts';
import type { Point } from '../points.ts';
import type { MeanMeasure } from './fields.ts';

export function notesOf(
  points: readonly Point[],
  measure: MeanMeasure,
  plan: Plan,
): readonly string[] {
  return [
    ...(measure.alpha ? alphaNotes(points) : []),
    ...(plan.judged.includes(measure.score) ? [] : massNotes(points)),
  ];
}

/** How much of the probability lay on the words whose odds a score is, where it was not a judge's. */
function massNotes(points: readonly Point[]): readonly string[] {
  const masses = points.flatMap(({ mass }) => (mass === undefined ? [] : [mass]));
  if (masses.length === 0) return [];
  const least = percent(Math.min(...masses));
  return [
    `${percent(mean(masses))} of the probability lay on the words asked for (at least ${least}).`,
  ];
}

/** Fewer frames than this say nothing of how the items of a group go together. */
const LEAST_FRAMES = 3;

/** Cronbach's alpha of each group, over the frames (subject and condition) that were asked. */
function alphaNotes(points: readonly Point[]): readonly string[] {
  const groups = Map.groupBy(points, ({ key }) => key.group);
  return [...groups].flatMap(([group, own]) => {
    const items = [...new Set(own.map(({ item }) => item))];
    const frames = Map.groupBy(own, ({ key }) => `${key.subjectId} ${key.condition}`);
    const whole = [...frames.values()].flatMap((frame) => {
      const row = items.flatMap((item) => itemMean(frame, item) ?? []);
      return row.length === items.length ? [row] : [];
    });
    const alpha = whole.length < LEAST_FRAMES ? undefined : cronbachAlpha(whole);
    return alpha === undefined
      ? []
      : [
          `Alpha of ${group ?? 'the items'} over ${whole.length} frames: ${bare(alpha, 2)} (${items.length} items).`,
        ];
  });
}

/** The mean of a frame's answers to one item. */
function itemMean(frame: readonly Point[], item: string): number | undefined {
  const own = frame.filter((one) => one.item === item);
  return meanIfAny(own.flatMap(({ value }) => (value === undefined ? [] : [value])));
}
