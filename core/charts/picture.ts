/**
 * What a picture shows, as data. The same numbers always stand beside it as a table.
 * A terminal draws it in text, a browser as SVG, Slack natively where it can, the rest as a PNG.
 */
export type Picture = EstimatesPicture | LinesPicture;

/** One row a subject and condition: a dot for the estimate, a bar for its interval. */
export interface EstimatesPicture {
  readonly kind: 'estimates';
  readonly title: string;
  /** In words, all the numbers that the picture shows: for people and machines that cannot see it. */
  readonly alt: string;
  readonly axis: Axis;
  readonly rows: readonly EstimateRow[];
}

export interface Axis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** How a value is printed: 0.42 as 42 %, or 3.1 as it is. */
  readonly format: 'percent' | 'number';
}

export interface EstimateRow {
  readonly label: string;
  readonly colour: number;
  /** Absent where nothing could be estimated; the row then says so. */
  readonly estimate?: number | undefined;
  readonly interval?: readonly [number, number] | undefined;
  /** The row that others are compared with is drawn as a thin line across the picture. */
  readonly reference?: boolean | undefined;
}

/** One line a subject over the turns of a script, with a band for the interval. */
export interface LinesPicture {
  readonly kind: 'lines';
  readonly title: string;
  readonly alt: string;
  readonly axis: Axis;
  readonly steps: { readonly label: string; readonly values: readonly number[] };
  readonly lines: readonly {
    readonly label: string;
    readonly colour: number;
    /** Told apart from other lines of the same colour. */
    readonly dash: number;
    readonly points: readonly {
      readonly step: number;
      readonly estimate: number;
      readonly interval?: readonly [number, number] | undefined;
    }[];
  }[];
}
