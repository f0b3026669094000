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
  /** Sentences that a careful reader must know beside the numbers. */
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
  /** True of the measure whose contrasts a probe declares; those of others explore. */
  readonly declared: boolean;
  /** `percent`, `number` (as it is), or the unit that stands behind the number, such as `bits`. */
  readonly format: string;
  /** The step that a figure of it is per: the slope over a script's turns. */
  readonly per?: 'turn' | undefined;
  /** The range that the measure can take: the axis of its picture. */
  readonly scale: Interval;
  /** Its value where nothing is going on, if rows are tested against that. */
  readonly chance?: number | undefined;
  /** Of a distribution: what its shares are shares of. */
  readonly categories?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly rows: readonly Row[];
  readonly contrasts: readonly Contrast[];
  /** Sentences that the numbers call for, for the small print of the table. */
  readonly notes: readonly string[];
}

/** The parts that a row is about. Those that it does not depend on are absent. */
export interface RowKey {
  readonly subjectId: string;
  readonly condition?: string | undefined;
  readonly group?: string | undefined;
  readonly step?: string | undefined;
}

/** The unit that statistics count: items, or the repeats of a fixed script. */
export type Unit = 'item' | 'sample' | 'condition' | 'pair';

interface RowBase extends RowKey {
  /** The kind of its intervals, which cover 95 %. */
  readonly method: 'wilson' | 't' | 'bootstrap' | 'none';
  /** Of a score that is a share of a probability: how much of it lay on the words asked for, on average. */
  readonly mass?: number | undefined;
  /** How many units the interval counts. */
  readonly units: number;
  readonly unit: Unit;
  /** Trials by how they ended; unparseable counts judgements that nobody could read, too. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly trials: number;
  /** Trials that have a value: those answered, and refusals that the probe has judged. */
  readonly scored: number;
}

export interface Estimated {
  readonly estimate: number;
  readonly interval?: Interval | undefined;
}

export interface Share {
  readonly estimate: number;
  readonly interval: Interval;
}

/** Of a distribution, in step with its categories. */
interface Shared {
  readonly shares: readonly Share[];
}

export type EstimatedRow = RowBase & Estimated & None<Shared>;
export type SharesRow = RowBase & Shared & None<Estimated>;
/** A row of which nothing could be estimated. */
export type EmptyRow = RowBase & None<Estimated & Shared>;

export type Row = EstimatedRow | SharesRow | EmptyRow;

/** Two rows of a measure, `a` and `b`, or one against what chance would give. */
export interface ComparedRows {
  readonly a: RowKey;
  /** Absent where `a` is held against `chance`. */
  readonly b?: RowKey | undefined;
  /** The part in which they differ. */
  readonly varies: 'condition' | 'persona' | 'model' | 'chance';
  /** Units that both sides have. */
  readonly pairs: number;
  readonly unit: Unit;
}

/** A test of two rows by itself, as if there were no others. */
export interface ContrastTest {
  /** `a` minus `b`, paired by item where they share items. */
  readonly difference: number;
  readonly interval?: Interval | undefined;
  /** In a unit of its own, for comparing probes with each other. */
  readonly effect?: { readonly kind: 'd_z' | 'g' | 'h'; readonly value: number } | undefined;
  /** Two-sided, of the test named. */
  readonly p: number;
  readonly test: 'sign flip' | 'McNemar' | 'Fisher' | 'binomial' | 'permutation';
  /** The smallest true difference that a run like this one detects four times in five. */
  readonly minimumDetectableEffect?: number | undefined;
  /** The e-value of this run, and with those of the runs that it repeats: valid however often one looked. */
  readonly evidence?: { readonly e: number; readonly total: number } | undefined;
}

interface TestedContrast extends ContrastTest {
  /** Against the prediction of the Persona Selection Model, where there is one. */
  readonly prediction?: 'as predicted' | 'against' | 'open' | undefined;
}

/** Of a contrast that the correction over all of its measure decides; the detectable effect is corrected too. */
interface Decided {
  /** The p after the correction. */
  readonly adjusted: number;
}

interface Few {
  /** How many units a side could tell, among so many contrasts. */
  readonly needed: number;
}

interface Incomparable {
  /** A clause. */
  readonly reason: string;
  /** True where the reason leaves some figure of the rows that can be read. */
  readonly isPartial: boolean;
}

interface ContrastBase extends ComparedRows {
  /** How far mere rewordings of a condition move the measure, where the probe has some. */
  readonly paraphraseNoise?: number | undefined;
}

export type DecidedContrast = ContrastBase &
  TestedContrast &
  Decided &
  None<Few & Incomparable> & { readonly verdict: 'difference' | 'none found' };

/** Too few units for any answers to be significant; tested where both sides have some. */
export type FewContrast = ContrastBase &
  (TestedContrast | None<TestedContrast>) &
  Few &
  None<Decided & Incomparable> & { readonly verdict: 'too few' };

export type IncomparableContrast = ContrastBase &
  Incomparable &
  None<TestedContrast & Decided & Few> & { readonly verdict: 'not comparable' };

/** Rows held against each other; its verdict says what else is known of it. */
export type Contrast = DecidedContrast | FewContrast | IncomparableContrast;

/** The fields that another state has, none of which is there. */
type None<T> = { readonly [Key in keyof T]?: undefined };
