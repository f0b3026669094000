import { PALETTE } from '../palette.ts';
import type { DistributionPicture } from './picture.ts';

/** A category as it is drawn. */
export interface Band {
  /** One letter that stands for it where there is no room for its label, or no colour. */
  readonly key: string;
  readonly label: string;
  /** No two bands have the same; absent for what was folded into “other”, which is neutral. */
  readonly colour: number | undefined;
  /** In step with the rows; 0 in a row without an estimate. */
  readonly shares: readonly number[];
}

const MOST_BANDS = PALETTE.length;

/** More categories than this are not drawn one by one. */
export const isFolded = ({ categories }: DistributionPicture): boolean =>
  categories.length > MOST_BANDS;

/** The largest categories, in the order of the picture, and the rest as one. @param picture a tidy one */
export function bandsOf({ categories, rows }: DistributionPicture): readonly Band[] {
  const all = categories.map((category, index) => {
    const shares = rows.map((row) => row.shares[index] ?? 0);
    return { ...category, shares, total: shares.reduce((sum, share) => sum + share, 0) };
  });
  const kept = new Set(all.toSorted((a, b) => b.total - a.total).slice(0, MOST_BANDS));
  const drawn = all.filter((category) => kept.has(category));
  const colours = apart(drawn.map(({ colour }) => colour));
  const folded = all.filter((category) => !kept.has(category) && category.total > 0);
  return [
    ...drawn.map(({ label, shares }, index) => ({
      key: String.fromCharCode(65 + index),
      label,
      colour: colours[index],
      shares,
    })),
    ...(folded.length === 0 ? [] : [other(folded, rows.length)]),
  ];
}

function other(folded: readonly { readonly shares: readonly number[] }[], rows: number): Band {
  const sum = (row: number) => folded.reduce((total, { shares }) => total + (shares[row] ?? 0), 0);
  const shares = Array.from({ length: rows }, (_, row) => sum(row));
  return { key: '+', label: `other (${folded.length})`, colour: undefined, shares };
}

/** Indices into the palette, each its own; who comes second for a colour gets a free one. */
function apart(wanted: readonly number[]): readonly number[] {
  const own = wanted.map((colour) => wrapped(colour));
  const first = own.map((colour, index) => own.indexOf(colour) === index);
  const free = PALETTE.map((_, index) => index).filter((index) => !own.includes(index));
  return own.map((colour, index) => (first[index] ? colour : (free.shift() ?? colour)));
}

const wrapped = (colour: number): number =>
  ((Math.trunc(colour) % PALETTE.length) + PALETTE.length) % PALETTE.length;
