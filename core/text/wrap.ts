import { columnsOf } from './columns.ts';
import { graphemesOf, type Measure, truncateMeasured } from './truncate.ts';

/**
 * Lines of at most `width`, broken at spaces where that is possible and inside words where not; what
 * is indented stays so.
 */
export function wrap(text: string, width: number, measure: Measure = columnsOf): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.trimStart();
    const space = measure(' ');
    const most = Math.max(0, Math.floor(width / 2 / space));
    const indent = ' '.repeat(Math.min(line.length - words.length, most));
    const rows = wrapLine(words, Math.max(2 * space, width - indent.length * space), measure);
    return rows.map((row) => (row === '' ? '' : indent + row));
  });
}

/**
 * As `wrap`, in at most `most` lines: the last ends with an ellipsis where there would be more, and
 * so does one whose only letter is wider than the width.
 */
export function wrapTruncated(
  text: string,
  width: number,
  most: number,
  measure: Measure = columnsOf,
): readonly string[] {
  const lines = wrap(text, width, measure);
  const last = lines.slice(most - 1).join(' ');
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), last];
  return kept.map((line) => truncateMeasured(line, width, measure));
}

/** All parts are measured by the one function that also pads, so that edges stay straight. */
function wrapLine(line: string, width: number, measure: Measure): string[] {
  const rows: string[] = [];
  let row = '';
  let taken = 0;
  const space = measure(' ');
  const breakRow = (): void => {
    rows.push(row.trimEnd());
    row = '';
    taken = 0;
  };
  const add = (part: string, room: number): void => {
    if (taken + room > width && row !== '') breakRow();
    row += part;
    taken += room;
  };
  for (const [index, word] of line.split(' ').entries()) {
    const room = measure(word);
    const gap = index > 0 && row !== '' ? space : 0;
    if (room > width) {
      if (gap > 0) add(' ', gap);
      for (const segment of graphemesOf(word)) add(segment, measure(segment));
    } else if (taken + gap + room > width) {
      breakRow();
      add(word, room);
    } else {
      add(gap > 0 ? ` ${word}` : word, gap + room);
    }
  }
  breakRow();
  return rows;
}
