import type { Axis } from '../axis.ts';
import type { Picture } from '../picture.ts';

/** Estimates over the rungs of a ladder (roles from near to far, 0/1/4/16 shots): one line a series, a dot and an interval at each rung. */
export interface LadderPicture extends Picture {
  readonly kind: 'ladder';
  readonly axis: Axis;
  /** From the lowest rung to the highest. Positions are equally spaced. */
  readonly rungs: { readonly label: string; readonly names: readonly string[] };
  readonly series: readonly {
    readonly label: string;
    readonly colour: number;
    readonly dash: number;
    readonly points: readonly {
      /** Index into `rungs.names`. */
      readonly rung: number;
      readonly estimate: number;
      readonly interval?: readonly [number, number] | undefined;
    }[];
  }[];
  /** The unframed baseline, drawn as a thin line across. */
  readonly reference?: { readonly label: string; readonly estimate: number } | undefined;
}
