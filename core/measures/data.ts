import type { MeasureResult, RowKey } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import type { FigureMeasure } from './fields.ts';
import type { FigureKind } from './figure-kind.ts';
import type { JudgedTrial } from './judged-trial.ts';
import type { Point } from './points.ts';
import type { UncorrectedContrast } from './uncorrected.ts';

/** All that a measure is computed from. */
export interface Data {
  readonly plan: Plan;
  readonly trials: readonly JudgedTrial[];
  /** True of a run that is not finished: then there are figures, and no tests. */
  readonly partial: boolean;
  /** A measure that gives each trial a number, with its points, which are found once for all who ask. @throws for another kind */
  figure(id: string): FigurePoints;
}

export interface FigurePoints {
  readonly measure: FigureMeasure;
  readonly figure: FigureKind<FigureMeasure>;
  readonly points: readonly Point[];
}

/** All that a kind makes of a run, before anything is corrected. */
export interface Computed
  extends Pick<MeasureResult, 'format' | 'per' | 'scale' | 'chance' | 'categories' | 'rows'> {
  readonly contrasts: readonly UncorrectedContrast[];
  readonly notes?: readonly string[];
  /** How far two rows lie apart, where that is not the difference of their estimates. */
  readonly gap?: ((a: RowKey, b: RowKey) => number | undefined) | undefined;
}
