import type { ContrastTest, Estimated, MeasureResult, Row } from '../domain/comparison.ts';
import type { Interval } from '../domain/interval.ts';
import type { Measure } from '../domain/measure.ts';
import type { Plan } from '../domain/plan.ts';
import type { Tally } from '../statistics/share.ts';
import type { JudgedTrial } from './judged-trial.ts';
import type { Point } from './points.ts';

/** The values of a row's units: an item's samples, or a lone sample. Not empty. */
export type UnitValues = readonly (readonly number[])[];

/** All that differs between kinds of measures that give each trial a number of its own. */
export interface FigureKind<M extends Measure = Measure> {
  /** The scores that a trial needs, or else it has no number. */
  scores(measure: M): readonly string[];
  /** One value a trial, or one a step; or the outcome that stands in its place. */
  values(judged: JudgedTrial, measure: M): readonly TrialValue[];
  form(measure: M): Form;
  /** The kind of its intervals. */
  readonly method: Row['method'];
  estimate(units: UnitValues, measure: M): Estimated;
  /** @param a by unit. @param b of the same units. @param seed for the tests that draw. */
  paired(a: UnitValues, b: UnitValues, measure: M, seed: number): Found;
  /** The same for units of their own. */
  unpaired(a: UnitValues, b: UnitValues, measure: M, seed: number): Found;
  /** The units against the value that chance would give. */
  againstChance(units: UnitValues, chance: number, measure: M, seed: number): Found;
  /** The smallest p that so many units can have against chance, whatever they say. */
  floorAgainst(units: number, chance: number): number;
  /** Sentences that the numbers call for, for the small print. */
  notes(points: readonly Point[], measure: M, plan: Plan): readonly string[];
}

/** How its numbers are printed. */
export type Form = Pick<MeasureResult, 'format' | 'per'> & { readonly scale: Interval };

export interface TrialValue extends Pick<Point, 'outcome' | 'value' | 'mass' | 'length'> {
  /** Of a figure over steps: the step's name in the row. */
  readonly step?: string | undefined;
}

/** How two rows differ. */
export interface Found extends Omit<ContrastTest, 'evidence'> {
  /** Of paired units: how many moved up, and how many moved at all. */
  readonly signs?: Tally | undefined;
}
