import type { Drawing } from './drawing.ts';
import type { Picture } from './picture.ts';
import type { SeriesData } from './series.ts';
import type { Theme } from './theme.ts';

/** All that differs between the kinds of pictures, declared by each kind's folder. */
export interface ChartKind<P extends Picture> {
  /** The name of the folder. */
  readonly kind: P['kind'];
  /** The same picture with harmless texts, and with numbers that can be drawn. */
  tidy(picture: P): P;
  /** Loads what draws with the first picture. @param picture a tidy one @param full the width of the whole in pixels */
  draw(picture: P, theme: Theme, full: number): Promise<Drawing>;
  /** Lines of at most `width` columns, without the title. @param picture a tidy one */
  characters(picture: P, width: number, colour: boolean): readonly string[];
  /** All the numbers, each with its name. This and what follows takes a picture as it came. */
  figures(picture: P): readonly Figure[];
  /** Undefined where bars or lines alone would leave out something that the picture shows. */
  series(picture: P): SeriesData | undefined;
  relabel(picture: P, as: Relabel): P;
  labels(picture: P): readonly string[];
  /** False where a drawing leaves out something that the picture has. */
  isDrawnWhole(picture: P): boolean;
}

/** One figure of a picture: `larch / assistant`, `42 % [29, 56]`. */
export interface Figure {
  readonly name: string;
  readonly figure: string;
}

/** A new label for what has one and a subject's colour. */
export type Relabel = (label: string, colour: number) => string;
