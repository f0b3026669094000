import type { CastModel } from '../models.ts';
import type { JudgeTask } from './task.ts';
import type { Truth } from './truth.ts';

/** Marks that a judge may give, and how likely each is; sums to 1. */
export type Verdicts = ReadonlyMap<string, number>;

const CHOICES = ['ONE', 'TWO', 'NEITHER'];

/**
 * Marks that the model may give an answer: the right one, or with probability `judgeErrors` any of the
 * others alike; on a scale a number about the right one, or with that probability any number alike.
 */
export function verdicts(model: CastModel, task: JudgeTask, right: Truth): Verdicts {
  const { judgeErrors, judgeNoise } = model;
  if (task.kind === 'scale') {
    const near = about(right.score, judgeNoise);
    return new Map(
      near.map((share, score) => [String(score), (1 - judgeErrors) * share + judgeErrors / 101]),
    );
  }
  const marks = task.kind === 'pair' ? CHOICES : task.anchors.map(({ mark }) => mark);
  if (marks.length < 2) return new Map([[right.label, 1]]);
  const wrong = judgeErrors / (marks.length - 1);
  return new Map(marks.map((mark) => [mark, mark === right.label ? 1 - judgeErrors : wrong]));
}

/** P(each whole number from 0 to 100) of a spread about one of them; what would lie outside lies at the ends. */
function about(centre: number, spread: number): readonly number[] {
  const below = (edge: number) =>
    spread === 0 ? Number(centre < edge) : threeUniforms((edge - centre) / (2 * spread) + 1.5);
  return Array.from({ length: 101 }, (_, score) => {
    const from = score === 0 ? 0 : below(score - 0.5);
    const to = score === 100 ? 1 : below(score + 0.5);
    return to - from;
  });
}

/** The distribution function of the sum of three uniforms (Irwin and Hall), which is nearly normal. */
function threeUniforms(x: number): number {
  if (x <= 0) return 0;
  if (x < 1) return x ** 3 / 6;
  if (x < 2) return (-2 * x ** 3 + 9 * x ** 2 - 9 * x + 3) / 6;
  return x < 3 ? 1 - (3 - x) ** 3 / 6 : 1;
}
