import type { Outcome } from '../models/types.ts';

/** The statistics of a run: what each subject did under each condition, and how they differ. */
export interface Comparison {
  readonly run: string;
  readonly probe: string;
  readonly measures: readonly MeasureResult[];
  /** The sentence that a reader who stops after it was not misled by. */
  readonly finding: string;
  /** What a careful reader must know beside the numbers: one sentence each. */
  readonly warnings: readonly string[];
  /** Answers that the judge saw twice, and how often it said the same. */
  readonly judge?: { readonly model: string; readonly seconds: number; readonly agreed: number };
}

export interface MeasureResult {
  readonly id: string;
  readonly label: string;
  /** A share is printed in per cent, a mean as it is. */
  readonly format: 'percent' | 'number';
  /** What a figure of it is per: the slope over a script's turns. */
  readonly per?: 'turn' | undefined;
  /** The range that the measure can take: the axis of its picture. */
  readonly scale: readonly [number, number];
  readonly rows: readonly Row[];
  readonly contrasts: readonly Contrast[];
}

/** What a row is about. `group` and `step` are there only where the measure is split by them. */
export interface RowKey {
  readonly subject: string;
  readonly condition: string;
  readonly group?: string | undefined;
  readonly step?: string | undefined;
}

export interface Row extends RowKey {
  readonly estimate?: number | undefined;
  /** 95 %, of the kind that `method` names. */
  readonly interval?: readonly [number, number] | undefined;
  readonly method: 'wilson' | 't';
  /** What the interval counts: items, or the repeats of a fixed script. */
  readonly units: number;
  readonly unit: 'item' | 'sample';
  /** Trials by how they ended; unparseable counts judgements that nobody could read, too. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly trials: number;
}

/** `a` minus `b`, paired by item. */
export interface Contrast {
  readonly a: RowKey;
  readonly b: RowKey;
  /** What the pair differs in: the condition, the persona or the model. */
  readonly varies: 'condition' | 'persona' | 'model';
  /** Items (or samples) that both sides have. */
  readonly pairs: number;
  readonly difference?: number | undefined;
  readonly interval?: readonly [number, number] | undefined;
  /** Two-sided sign-flip p, and the same after Holm's correction over the run's contrasts. */
  readonly p?: number | undefined;
  readonly adjusted?: number | undefined;
  /** The smallest true difference that a run like this one detects four times in five, corrected too. */
  readonly detectable?: number | undefined;
  readonly verdict: 'difference' | 'none found' | 'too few' | 'not comparable';
  /** Where it is too few: how many a side could tell, of `unit`, in a family of this size. */
  readonly needed?: number | undefined;
  readonly unit: Row['unit'];
  /** Why it is not comparable. */
  readonly reason?: string | undefined;
  /** Against the prediction of the Persona Selection Model, where there is one. */
  readonly prediction?: 'as predicted' | 'against' | 'open' | undefined;
}
