import type { Axis } from '../axis.ts';
import type { Picture } from '../picture.ts';

/** One row a subject and condition: a dot for the estimate, a bar for its interval. */
export interface EstimatesPicture extends Picture {
  readonly kind: 'estimates';
  readonly axis: Axis;
  readonly rows: readonly EstimateRow[];
  /** The value that guessing would give: a thin dashed line across. Its words belong into `alt` too. */
  readonly chance?: number | undefined;
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
