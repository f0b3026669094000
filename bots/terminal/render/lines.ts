import stringWidth from 'string-width';

/** Columns that a text takes on a terminal; wide characters take two, combining ones none. */
export const widthOf = (text: string): number => stringWidth(text);

/** Breaks at spaces where that is possible and inside words where not; what is indented stays so. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.trimStart();
    const indent = ' '.repeat(Math.min(line.length - words.length, width >> 1));
    const rows = wrapLine(words, Math.max(2, width - indent.length));
    return rows.map((row) => (row === '' ? '' : indent + row));
  });
}

const graphemes = new Intl.Segmenter();

/** All parts are measured by the one function that also pads, so that edges stay straight. */
function wrapLine(line: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  let taken = 0;
  const breakRow = (): void => {
    rows.push(row.trimEnd());
    row = '';
    taken = 0;
  };
  const add = (part: string, columns: number): void => {
    if (taken + columns > width && row !== '') breakRow();
    row += part;
    taken += columns;
  };
  for (const [index, word] of line.split(' ').entries()) {
    const columns = widthOf(word);
    const space = index > 0 && row !== '' ? 1 : 0;
    if (columns > width) {
      if (space > 0) add(' ', 1);
      for (const { segment } of graphemes.segment(word)) add(segment, widthOf(segment));
    } else if (taken + space + columns > width) {
      breakRow();
      add(word, columns);
    } else {
      add(' '.repeat(space) + word, space + columns);
    }
  }
  breakRow();
  return rows;
}

/** The first or the last `most` lines; a line of its own stands for those left out. */
export function shorten(
  lines: readonly string[],
  most: number,
  keep: 'head' | 'tail',
): readonly string[] {
  if (lines.length <= most) return lines;
  const kept = Math.max(1, most - 1);
  return keep === 'head' ? [...lines.slice(0, kept), '…'] : ['…', ...lines.slice(-kept)];
}

export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/** The lines with one prefix for the first of them and another for the rest. */
export function hang(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}
