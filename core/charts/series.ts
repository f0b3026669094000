import type { Axis } from './axis.ts';
import type { Picture } from './picture.ts';
import { CHARTS, type ChartKinds, kindOf } from './registry.ts';

/** A picture as plain bars or lines, for a platform that draws charts itself. */
export interface SeriesData {
  readonly mark: 'bar' | 'line';
  /** Axis that the values stand on. */
  readonly axis: Axis;
  /** Name of the categories, taken together. */
  readonly across?: string | undefined;
  readonly categories: readonly string[];
  /** A value for each category, in their order. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Undefined where bars or lines alone would leave out something that the picture shows: an interval, a gap, a line across. */
export const seriesOf = (picture: Picture, kinds: ChartKinds = CHARTS): SeriesData | undefined =>
  kindOf(picture, kinds).series(picture);
