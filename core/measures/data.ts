import type { MeasureResult, RowKey } from '../domain/comparison.ts';
import type { Figured, Measure, MeasureOf } from '../domain/measure.ts';
import type { Plan } from '../domain/plan.ts';
import type { JudgedTrial } from './judged-trial.ts';
import type { Point } from './points.ts';
import type { Tested } from './tested.ts';

/** What every kind of measure is computed from. */
export interface Data {
  readonly plan: Plan;
  readonly trials: readonly JudgedTrial[];
  /** Whether the run is not finished: then there are figures, and no tests. */
  readonly partial: boolean;
  /** A share or mean of the probe with its points, which are found once for all who ask. @throws for another kind */
  figure(id: string): FigurePoints;
}

export interface FigurePoints {
  readonly measure: Figured;
  readonly points: readonly Point[];
}

/** What a kind of measure makes of a run, before anything is corrected. */
export interface Computed
  extends Pick<MeasureResult, 'format' | 'per' | 'scale' | 'chance' | 'categories' | 'rows'> {
  readonly tested: readonly Tested[];
  readonly notes?: readonly string[];
  /** How far two rows lie apart, where that is not the difference of their estimates. */
  readonly gap?: ((a: RowKey, b: RowKey) => number | undefined) | undefined;
}

export type Compute<Kind extends Measure['kind']> = (
  data: Data,
  measure: MeasureOf<Kind>,
) => Computed;

/** Whether a measure gives each trial a number of its own. */
export function isFigured(measure: Measure): measure is Figured {
  return measure.kind === 'share' || measure.kind === 'mean';
}
