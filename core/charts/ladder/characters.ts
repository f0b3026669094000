import { columnsOf, padColumns, truncateColumns } from '../../text/columns.ts';
import { wrapTruncated } from '../../text/wrap.ts';
import { paint } from '../ansi.ts';
import type { Axis } from '../axis.ts';
import { formatEstimate, formatValue } from '../numbers.ts';
import { bar, ends } from '../text-bar.ts';
import type { LadderPicture } from './picture.ts';

type Point = LadderPicture['series'][number]['points'][number];

const LEAST_BAR = 4;
/** The names of the rungs take at most this share of the width. */
const NAMES = 0.38;
/** Below this the bars have the room of the intervals' figures, which they show as well. */
const WIDE = 60;
const GAP = '  ';

/**
 * Lines of at most `width` columns. Under each series every rung has its line, lowest first:
 * `  leviathan  ├──●──┤  42 % [29, 56]`. @param picture a tidy one
 */
export function ladderCharacters(
  { axis, rungs, series, reference }: LadderPicture,
  width: number,
  colour: boolean,
): readonly string[] {
  const longest = Math.max(0, ...rungs.names.map((name) => columnsOf(name)));
  const nameWidth = Math.min(longest + GAP.length, Math.floor(width * NAMES));
  const most = width - nameWidth - 2 * GAP.length - LEAST_BAR;
  const all = series.map(({ points }) =>
    rungs.names.map((_, rung) => {
      const point = points.find((one) => one.rung === rung);
      return { ...point, figure: truncateColumns(figureOf(point, axis, width), most) };
    }),
  );
  const figureWidth = Math.max(0, ...all.flat().map(({ figure }) => columnsOf(figure)));
  const indent = ' '.repeat(nameWidth) + GAP;
  const barWidth = width - indent.length - figureWidth - GAP.length;
  const references = reference ? [reference.estimate] : [];
  const lines = series.flatMap(({ label, ...one }, index) => [
    ...(label === '' ? [] : [truncateColumns(label, width)]),
    ...(all[index] ?? []).map((point, rung) => {
      const marks = bar(point, axis, barWidth, { references });
      const name = padColumns(
        truncateColumns(GAP + (rungs.names[rung] ?? ''), nameWidth),
        nameWidth,
      );
      const drawn = colour ? paint(marks, one.colour) : marks;
      return name + GAP + drawn + GAP + padColumns(point.figure, figureWidth, 'right');
    }),
  ]);
  const room = width - indent.length;
  const across = reference
    ? [truncateColumns(`┊ ${reference.label} ${formatValue(reference.estimate, axis)}`, room)]
    : [];
  const name = axis.label === '' ? [] : wrapTruncated(axis.label, room, 2);
  return [
    ...(rungs.label === '' ? [] : [truncateColumns(rungs.label, width)]),
    ...lines,
    ...[ends(axis, barWidth), ...name, ...across].map((line) => indent + line),
  ];
}

function figureOf(point: Point | undefined, axis: Axis, width: number): string {
  if (width >= WIDE) return formatEstimate(point ?? {}, axis);
  return point ? formatValue(point.estimate, axis) : 'none';
}
