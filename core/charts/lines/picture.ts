import type { Axis } from '../axis.ts';
import type { Picture } from '../picture.ts';

/** One line a subject over the turns of a script, with a band for the interval. */
export interface LinesPicture extends Picture {
  readonly kind: 'lines';
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
