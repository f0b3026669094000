/** A condition on one judgement of a trial; several in one measure must all hold. */
export type Clause =
  | { readonly score: string; readonly is: readonly (string | number)[] }
  | { readonly score: string; readonly below: number }
  | { readonly score: string; readonly above: number };

interface Named {
  readonly id: string;
  readonly label: string;
}

/** The fields of every measure of single trials. */
interface OfTrials extends Named {
  /** `item`: the interval is over items. `sample`: over the repeats of few fixed scripts, and says so. */
  readonly unit: 'item' | 'sample';
  /** One row for each item group, beside subject and condition. */
  readonly grouped: boolean;
  /** Only items of these groups count; absent: all. */
  readonly groups?: readonly string[] | undefined;
}

/** The share of trials for which every clause of `when` holds. */
export interface ShareMeasure extends OfTrials {
  readonly kind: 'share';
  /** Its value where nothing is going on; every row is then tested against it, and not against others. */
  readonly chance?: number | undefined;
  readonly when: readonly Clause[];
}

/** The mean of a numeric score; `scale` is its range, and `rescale` maps it to 0..1 after keying. */
export interface MeanMeasure extends OfTrials {
  readonly kind: 'mean';
  readonly chance?: number | undefined;
  readonly score: string;
  /** Taken off, step by step: the step of this score that has the same name behind the score's own. */
  readonly minus?: string | undefined;
  readonly scale: readonly [number, number];
  readonly rescale: boolean;
  /** Groups whose scores count the other way round here, such as one trait of a profile. */
  readonly turned?: readonly string[] | undefined;
  /** False: items' keys are ignored, as for an index of agreement with whatever is said. */
  readonly keyed: boolean;
  /** Over the steps of a trial: the mean of all, one figure a step, the slope per step, or last minus first. */
  readonly over: 'mean' | 'each' | 'slope' | 'change';
  /** Cronbach's alpha of each group over the frames that were asked, beside the figures. */
  readonly alpha: boolean;
}

/** The shares of the values of a categorical score; rows are compared as wholes. */
export interface DistributionMeasure extends OfTrials {
  readonly kind: 'distribution';
  readonly score: string;
  readonly categories: readonly { readonly value: string | number; readonly label: string }[];
}

/** How far another measure rises with the rank of the condition, for each ladder: Spearman's rho, −1 to 1. */
export interface TrendMeasure extends Named {
  readonly kind: 'trend';
  readonly of: string;
}

/** How two other measures go together, over conditions (as differences from the baseline) or over items. */
export interface CorrelationMeasure extends Named {
  readonly kind: 'correlation';
  readonly x: string;
  readonly y: string;
  readonly over: 'conditions' | 'items';
  /** Over items: only what was asked under this condition; absent: under all. */
  readonly under?: string | undefined;
}

/** How much of the variance of another measure lies between items rather than between samples of one, 0 to 1. */
export interface SpreadMeasure extends Named {
  readonly kind: 'spread';
  readonly of: string;
}

/** Choices between the two of a pair: one row for each option, from items that are pairs, asked in both orders. */
export interface PreferenceMeasure extends Named {
  readonly kind: 'preference';
  /** Two scores whose values are `first`, `second` (of the item's `pair`) or `neither`. */
  readonly scores: readonly [string, string];
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export type Measure =
  | ShareMeasure
  | MeanMeasure
  | DistributionMeasure
  | TrendMeasure
  | CorrelationMeasure
  | SpreadMeasure
  | PreferenceMeasure;

export type MeasureOf<Kind extends Measure['kind']> = Extract<Measure, { kind: Kind }>;

/** The measures that give each trial a number of its own. */
export type Figured = MeasureOf<'share' | 'mean'>;
