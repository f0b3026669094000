import type { z } from 'zod';
import type { Picture } from '../charts/picture.ts';
import type { Contrast, MeasureResult, Row } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';
import type { Plan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import type { Computed, Data } from './data.ts';
import type { FigureKind } from './figure-kind.ts';

/** All that differs between the kinds of measures, declared by each kind's folder. */
export interface MeasureKind<M extends Measure = Measure> {
  /** The name of the folder. */
  readonly kind: string;
  /** Its figure, in Markdown, for the docs. */
  readonly about?: string | undefined;
  /** The tests that its contrasts rest on, in Markdown, for the docs. */
  readonly tested?: string | undefined;
  /** Of the whole entry that a probe has. */
  readonly schema: z.ZodObject;
  /** The names in the measure, which have to be those of something in the probe. */
  references(measure: M): readonly Reference[];
  /** A fault that no single name has, such as too short a ladder. */
  fault(measure: M, probe: MeasuredProbe): Fault | undefined;
  /** Of a kind that gives each trial a number of its own, which other measures can look at. */
  readonly figure?: FigureKind<M> | undefined;
  /** The figures of a run, before anything is corrected. */
  compute(data: Data, measure: M): Computed;
  /** False where rows are shown and not compared. */
  drawsContrasts(measure: M): boolean;
  /** The values of a score that count as a yes; undefined where no yes rests on that score. */
  counts(measure: M, score: string): ((value: number | string) => boolean) | undefined;
  /** True where a difference is a distance: never below 0, and without a direction. */
  readonly isDistance: boolean;
  readonly words: Words;
  /** The pictures that it can be shown as; the first that fits stands where a probe's own choice does not. */
  readonly pictures: readonly PictureOption[];
  /** Its own table of estimates; absent: a column beside those of other measures. */
  readonly table?: Table | undefined;
}

export interface Reference {
  /** A score, a group of items, a condition, or another measure that gives each trial a number. */
  readonly to: 'score' | 'group' | 'condition' | 'figure';
  readonly name: string;
  /** The place in the measure. */
  readonly path: readonly PropertyKey[];
}

export type MeasuredProbe = Pick<Probe, 'conditions' | 'items' | 'scores'>;

export interface Fault {
  /** The place in the measure, or in the probe where `of` says so. */
  readonly path: readonly PropertyKey[];
  readonly of?: 'probe';
  readonly what: string;
  readonly hint: string;
}

/** Its figures in sentences. */
export interface Words {
  /** The thing that a contrast finds: “no difference found”. */
  readonly noun: string;
  /** Who, which way, how much and how sure: a clause about a contrast that has figures. */
  contrast(about: Statement): string;
  /** The size of a contrast that could have been seen: `12 points`. */
  size(size: number, measure: MeasureResult): string;
  /** One row by itself: its estimate and interval. */
  row(row: Row, measure: MeasureResult): string;
}

export interface Statement {
  readonly plan: Plan;
  readonly measure: MeasureResult;
  readonly contrast: Extract<Contrast, { difference: number }>;
}

export interface PictureOption {
  /** The name of a kind of chart. */
  readonly chart: string;
  fits(plan: Plan, measure: MeasureResult): boolean;
  picture(plan: Plan, measure: MeasureResult): Picture;
}

export interface Table {
  whole(measure: MeasureResult): Columns;
  /** As much of it as a channel takes, where columns are few. */
  brief(measure: MeasureResult): Columns;
}

export interface Columns {
  readonly caption: string;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly text: string;
  readonly align: 'left' | 'right';
  cell(row: Row): string;
}
