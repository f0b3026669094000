import type { Picture } from '../picture.ts';

/** Shares of a whole per subject/condition: one stacked bar a row, one colour a category, with a legend. */
export interface DistributionPicture extends Picture {
  readonly kind: 'distribution';
  /** In the order in which they are stacked; `colour` is an index into the palette. At most about 14. */
  readonly categories: readonly { readonly label: string; readonly colour: number }[];
  readonly rows: readonly {
    readonly label: string;
    /** The subject's palette index: a small mark beside the label, so that the subject is recognised. */
    readonly colour: number;
    /** In step with `categories`, each 0..1, sum 1 (or empty where nothing could be estimated). */
    readonly shares: readonly number[];
    /** Basis of the shares, such as `12 items × 4`. */
    readonly basis: string;
  }[];
}
