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
  const lines = [columns.map((column) => column.head), ...rows].map((row) =>
    columns.map((_, index) => measured(row[index] ?? '')),
  );
  const widths = columns.map((_, index) =>
    lines.reduce((most, line) => Math.max(most, line[index]?.width ?? 0), 0),
  );
  return lines
    .map((line) =>
      line
        .map(({ text, width }, index) => {
          const blanks = ' '.repeat((widths[index] ?? 0) - width);
          return columns[index]?.align === 'right' ? blanks + text : text + blanks;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function measured(text: string): { readonly text: string; readonly width: number } {
  return { text, width: stringWidth(text) };
}
