import { columnsOf, padColumns, truncateColumns } from '../../text/columns.ts';
import { wrapTruncated } from '../../text/wrap.ts';
import { paint } from '../ansi.ts';
import { formatEstimate, formatValue } from '../numbers.ts';
import { bar, ends } from '../text-bar.ts';
import type { EstimatesPicture } from './picture.ts';

/** Below this a row's label stands on a line of its own, as it does where labels cut short would be alike. */
const WIDE = 60;
const LEAST_BAR = 4;
const GAP = '  ';

/** Lines of at most `width` columns: `label  ├──●──┤  42 % [29, 56]`. @param picture a tidy one */
export function estimatesCharacters(
  { axis, rows, chance }: EstimatesPicture,
  width: number,
  colour: boolean,
): readonly string[] {
  const most = width - LEAST_BAR - GAP.length;
  const figures = rows.map((row) => truncateColumns(formatEstimate(row, axis), most));
  const figureWidth = Math.max(0, ...figures.map((figure) => columnsOf(figure)));
  const labels = rows.map(({ label }) => label);
  const longest = Math.max(0, ...labels.map((label) => columnsOf(label)));
  const beside = Math.min(longest, Math.floor(width / 3));
  const different = (texts: readonly string[]) => new Set(texts).size;
  const alike =
    different(labels.map((label) => truncateColumns(label, beside))) < different(labels);
  const labelWidth = width < WIDE || alike ? 0 : beside;
  const indent = labelWidth === 0 ? '' : ' '.repeat(labelWidth) + GAP;
  const barWidth = width - figureWidth - GAP.length - indent.length;
  const references = rows.flatMap(({ reference, estimate }) =>
    reference === true && estimate !== undefined ? [estimate] : [],
  );
  const lines = rows.flatMap((row, index) => {
    const marks = bar(row, axis, barWidth, { references, chance });
    const drawn = colour ? paint(marks, row.colour) : marks;
    const line = drawn + GAP + padColumns(figures[index] ?? '', figureWidth, 'right');
    if (labelWidth > 0)
      return [padColumns(truncateColumns(row.label, labelWidth), labelWidth) + GAP + line];
    return row.label === '' ? [line] : [truncateColumns(row.label, width), line];
  });
  const room = width - indent.length;
  const name = axis.label === '' ? [] : wrapTruncated(axis.label, room, 2);
  const guess =
    chance === undefined ? [] : [truncateColumns(`¦ chance ${formatValue(chance, axis)}`, room)];
  return [...lines, ...[ends(axis, barWidth), ...name, ...guess].map((line) => indent + line)];
}
