import { columnsOf, padColumns, truncateColumns } from '../../text/columns.ts';
import { wrapTruncated } from '../../text/wrap.ts';
import { paint } from '../ansi.ts';
import { formatTick, formatValue } from '../numbers.ts';
import type { LinesPicture } from './picture.ts';

type Line = LinesPicture['lines'][number];

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const GAP = '  ';
/** Columns that a label and the blocks have at least, gaps included. */
const LEAST = 10;

/** Lines of at most `width` columns: `label  ▇▆▅▃▂  87 → 18`, a block each step. @param picture a tidy one */
export function linesCharacters(
  picture: LinesPicture,
  width: number,
  colour: boolean,
): readonly string[] {
  const { axis, lines } = picture;
  const figures = lines.map((line) => truncateColumns(endsOf(line, picture), width - LEAST));
  const room = width - 2 * GAP.length - Math.max(0, ...figures.map((text) => columnsOf(text)));
  const steps = picture.steps.values.slice(0, Math.ceil(room / 2));
  const longest = Math.max(0, ...lines.map(({ label }) => columnsOf(label)));
  const labelWidth = Math.min(longest, room - steps.length);
  const rows = lines.map((line, index) => {
    const blocks = steps.map((step) => blockOf(line, step, picture)).join('');
    const label = padColumns(truncateColumns(line.label, labelWidth), labelWidth);
    return [label, colour ? paint(blocks, line.colour) : blocks, figures[index]].join(GAP);
  });
  const from = steps.length === 0 ? '' : `${picture.steps.label} ${steps[0]} to ${steps.at(-1)}, `;
  const scale = `${from}${formatTick(axis.min, axis)} to ${formatTick(axis.max, axis)}`;
  const names = [axis.label, scale].filter((name) => name !== '');
  return [...rows, ...names.flatMap((name) => wrapTruncated(name, width, 2))];
}

/** The first figure and the last. */
function endsOf({ points }: Line, { axis }: LinesPicture): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return 'no estimate';
  const ends = first === last ? [last] : [first, last];
  return ends.map(({ estimate }) => formatValue(estimate, axis)).join(' → ');
}

function blockOf({ points }: Line, step: number, { axis }: LinesPicture): string {
  const point = points.find((one) => one.step === step);
  if (point === undefined) return ' ';
  const share = (point.estimate - axis.min) / (axis.max - axis.min);
  return BLOCKS[Math.min(BLOCKS.length - 1, Math.floor(share * BLOCKS.length))] ?? BLOCKS[0];
}
