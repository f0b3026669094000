/** Widths that a column of a table asks for, in columns of text; each is at least 1. */
export interface ColumnDemand {
  /** Its longest word, in the head as in the cells: narrower than this, words are broken. */
  readonly least: number;
  /** Its widest cell. */
  readonly cells: number;
  /** Its head on one line. */
  readonly head: number;
  /** Figures: they are read at a glance, so that they get their width before prose does. */
  readonly figures: boolean;
}

/** A column that would be narrower than this makes the table a list of records. */
const LEAST_COLUMN = 6;

/**
 * Widths that fill the room at most: where not all fits, figures stay whole, heads wrap first, and
 * text gets the rest. Undefined where some column would get too narrow to be read.
 */
export function columnWidths(
  columns: readonly ColumnDemand[],
  room: number,
): readonly number[] | undefined {
  const natural = columns.map(({ cells, head }) => Math.max(cells, head));
  if (sum(natural) <= room) return natural;
  const least = columns.map((column) => column.least);
  if (sum(least) > room) return capped(natural, room);
  const withFigures = grown(
    least,
    columns.map(({ figures, cells, least: low }) => (figures ? Math.max(cells, low) : low)),
    room,
  );
  const withText = grown(
    withFigures,
    columns.map(({ cells, least: low }) => Math.max(cells, low)),
    room,
  );
  return grown(withText, natural, room);
}

/** Widens the column that lacks most, for what it wants, until all have it or the room is used up. */
function grown(
  from: readonly number[],
  wanted: readonly number[],
  room: number,
): readonly number[] {
  const widths = [...from];
  const lack = (at: number) => (wanted[at] ?? 0) / (widths[at] ?? 1);
  for (let spare = room - sum(widths); spare > 0; spare--) {
    const [most = 0] = [...widths.keys()].toSorted((a, b) => lack(b) - lack(a));
    if (lack(most) <= 1) break;
    widths[most] = (widths[most] ?? 0) + 1;
  }
  return widths;
}

/** Caps the widest columns so that all fit together. */
function capped(natural: readonly number[], room: number): readonly number[] | undefined {
  const under = (cap: number) => natural.map((width) => Math.min(width, cap));
  let cap = Math.max(LEAST_COLUMN, Math.min(room, Math.max(...natural)));
  while (cap > LEAST_COLUMN && sum(under(cap)) > room) cap -= 1;
  return sum(under(cap)) <= room ? under(cap) : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
