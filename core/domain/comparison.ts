import type { Interval } from './interval.ts';
import type { Measure } from './measure.ts';
import type { Outcome } from './outcome.ts';

/** The statistics of a run: what each subject did under each condition, and how they differ. */
export interface Comparison {
  readonly runId: string;
  readonly probe: string;
  readonly measures: readonly MeasureResult[];
  /** The sentence that a reader who stops after it was not misled by. */
  readonly finding: string;
  /** What a careful reader must know beside the numbers: one sentence each. */
  readonly warnings: readonly string[];
  /** One report a judge, and how several of them agree with each other. */
  readonly judges: readonly JudgeReport[];
  readonly agreement: readonly Agreement[];
  /** Spearman's rho of how long an answer is and what the first measure makes of it. */
  readonly lengths?: number | undefined;
}

/** Answers that a judge saw twice, and how far it said the same. */
export interface JudgeReport {
  readonly model: string;
  readonly seconds: number;
  /** Of labels: how often both looks said the same. Of scores: how often within five points. */
  readonly agreed: number;
  /** Of scores: the standard deviation of one look, from the differences of two. */
  readonly spread?: number | undefined;
}

/** How far several judges agree on a score, beyond chance. */
export interface Agreement {
  readonly score: string;
  readonly judges: number;
  readonly answers: number;
  readonly measure: 'Cohen’s kappa' | 'Krippendorff’s alpha';
  readonly value?: number | undefined;
}

export interface MeasureResult {
  readonly id: string;
  readonly label: string;
  readonly kind: Measure['kind'];
  /** The first measure of a probe: its contrasts are the declared family, those of others explore. */
  readonly declared: boolean;
  /** A share is printed in per cent, a mean as it is, a divergence in bits. */
  readonly format: 'percent' | 'number' | 'bits';
  /** What a figure of it is per: the slope over a script's turns. */
  readonly per?: 'turn' | undefined;
  /** The range that the measure can take: the axis of its picture. */
  readonly scale: Interval;
  /** What it is where nothing is going on, where rows are tested against that. */
  readonly chance?: number | undefined;
  /** Of a distribution: what its shares are shares of. */
  readonly categories?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly rows: readonly Row[];
  readonly contrasts: readonly Contrast[];
  /** What else the numbers say: one sentence each, for the small print of the table. */
  readonly notes: readonly string[];
}

/** What a row is about. What it does not depend on is absent. */
export interface RowKey {
  readonly subjectId: string;
  readonly condition?: string | undefined;
  readonly group?: string | undefined;
  readonly step?: string | undefined;
}

export interface Row extends RowKey {
  readonly estimate?: number | undefined;
  /** 95 %, of the kind that `method` names. */
  readonly interval?: Interval | undefined;
  readonly method: 'wilson' | 't' | 'bootstrap' | 'none';
  /** Of a distribution, in step with its categories: each with its Wilson interval. */
  readonly shares?:
    | readonly { readonly estimate: number; readonly interval: Interval }[]
    | undefined;
  /** Where a score is a share of a probability: how much of it lay on the words asked for, on average. */
  readonly mass?: number | undefined;
  /** What the interval counts: items, or the repeats of a fixed script. */
  readonly units: number;
  readonly unit: 'item' | 'sample' | 'condition' | 'pair';
  /** Trials by how they ended; unparseable counts judgements that nobody could read, too. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly trials: number;
  /** Trials that have a value: those answered, and refusals that the probe has judged. */
  readonly scored: number;
}

/** `a` minus `b`, paired by item where they share items; or `a` against what chance would give. */
export interface Contrast {
  readonly a: RowKey;
  /** Absent where `a` is held against `chance`. */
  readonly b?: RowKey | undefined;
  /** What the pair differs in. */
  readonly varies: 'condition' | 'persona' | 'model' | 'chance';
  /** Items (or samples) that both sides have. */
  readonly pairs: number;
  readonly difference?: number | undefined;
  readonly interval?: Interval | undefined;
  /** In a unit of its own, for comparing probes with each other. */
  readonly effect?: { readonly kind: 'd_z' | 'g' | 'h'; readonly value: number } | undefined;
  /** Two-sided, of the test named, and the same after the correction over its family. */
  readonly p?: number | undefined;
  readonly test?: 'sign flip' | 'McNemar' | 'Fisher' | 'binomial' | 'permutation' | undefined;
  readonly adjusted?: number | undefined;
  /** The smallest true difference that a run like this one detects four times in five, corrected too. */
  readonly detectable?: number | undefined;
  /** How far mere rewordings of a condition move the measure, where the probe has some. */
  readonly yardstick?: number | undefined;
  /** The e-value of this run, and with those of the runs that it repeats: valid however often one looked. */
  readonly evidence?: { readonly e: number; readonly total: number } | undefined;
  readonly verdict: 'difference' | 'none found' | 'too few' | 'not comparable';
  /** Where it is too few: how many a side could tell, of `unit`, in a family of this size. */
  readonly needed?: number | undefined;
  readonly unit: Row['unit'];
  /** Why it is not comparable: a clause. */
  readonly reason?: string | undefined;
  /** Against the prediction of the Persona Selection Model, where there is one. */
  readonly prediction?: 'as predicted' | 'against' | 'open' | undefined;
}
