import stringWidth from 'string-width';
import { paint } from './ansi.ts';
import { cut, pad, wrap } from './letters.ts';
import { formatEstimate, formatTick } from './numbers.ts';
import type { Axis, EstimateRow, EstimatesPicture } from './picture.ts';

/** Below this a row's label stands on a line of its own. */
const WIDE = 60;
const LEAST_BAR = 4;
const GAP = '  ';

/** Lines of at most `width` columns: `label  ├──●──┤  42 % [29, 56]`. @param picture a tidy one */
export function estimatesText(
  { axis, rows }: EstimatesPicture,
  width: number,
  colour: boolean,
): readonly string[] {
  const most = width - LEAST_BAR - GAP.length;
  const figures = rows.map((row) => cut(formatEstimate(row, axis), most));
  const figureWidth = Math.max(0, ...figures.map((figure) => stringWidth(figure)));
  const longest = Math.max(0, ...rows.map(({ label }) => stringWidth(label)));
  const labelWidth = width < WIDE ? 0 : Math.min(longest, Math.floor(width / 3));
  const indent = labelWidth === 0 ? '' : ' '.repeat(labelWidth) + GAP;
  const barWidth = width - figureWidth - GAP.length - indent.length;
  const place = placer(axis, barWidth);
  const references = rows.flatMap(({ reference, estimate }) =>
    reference === true && estimate !== undefined ? [place(estimate)] : [],
  );
  const lines = rows.flatMap((row, index) => {
    const marks = bar(row, barWidth, references, place);
    const drawn = colour ? paint(marks, row.colour) : marks;
    const line = drawn + GAP + pad(figures[index] ?? '', figureWidth, 'left');
    if (labelWidth > 0) return [pad(cut(row.label, labelWidth), labelWidth, 'right') + GAP + line];
    return row.label === '' ? [line] : [cut(row.label, width), line];
  });
  const name = axis.label === '' ? [] : wrap(axis.label, width - indent.length, 2);
  return [...lines, ...[ends(axis, barWidth), ...name].map((line) => indent + line)];
}

/** `├──●──┤` among `width` characters; `┊` where the rows of reference stand. */
function bar(
  row: EstimateRow,
  width: number,
  references: readonly number[],
  place: (value: number) => number,
): string {
  const letters: string[] = Array.from({ length: width }, () => ' ');
  for (const at of references) letters[at] = '┊';
  if (row.interval !== undefined) {
    const [low, high] = [place(row.interval[0]), place(row.interval[1])];
    letters.fill('─', low, high + 1);
    if (high > low) [letters[low], letters[high]] = ['├', '┤'];
  }
  if (row.estimate !== undefined) letters[place(row.estimate)] = '●';
  return letters.join('');
}

function placer({ min, max }: Axis, width: number): (value: number) => number {
  return (value) => Math.round(((value - min) / (max - min)) * (width - 1));
}

/** The two ends of an axis, as far apart as it is long. */
function ends(axis: Axis, width: number): string {
  const [low, high] = [formatTick(axis.min, axis), formatTick(axis.max, axis)];
  const free = width - stringWidth(low) - stringWidth(high);
  return free < 1 ? cut(`${low} to ${high}`, width) : low + ' '.repeat(free) + high;
}
