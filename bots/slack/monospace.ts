import stringWidth from 'string-width';

export interface MonospaceColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
}

/** A table in characters of equal width, two blanks between its columns. Cells are single lines. */
export function monospace(
  columns: readonly MonospaceColumn[],
  rows: readonly (readonly string[])[],
): string {
  const heads = columns.map((column) => column.head);
  const widths = columns.map((_, index) =>
    [heads, ...rows].reduce((most, row) => Math.max(most, stringWidth(row[index] ?? '')), 0),
  );
  return [heads, ...rows]
    .map((row) =>
      columns
        .map(({ align }, index) => pad(row[index] ?? '', widths[index] ?? 0, align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Filled up with blanks to a width in terminal cells. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}
