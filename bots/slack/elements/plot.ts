import { colourOf } from '../../../core/charts/palette.ts';
import type {
  Axis,
  EstimateRow,
  EstimatesPicture,
  LinesPicture,
  Picture,
} from '../../../core/charts/picture.ts';
import { monospace, pad } from '../monospace.ts';
import { cut, line } from '../text.ts';

/** The picture in characters of equal width: for where no image can be shown. */
export function plot(picture: Picture): string {
  return picture.kind === 'lines' ? linesPlot(picture) : estimatesPlot(picture);
}

const WIDTH = 25;
/** Longer labels would push the plot off the screen; the table beside it has them whole. */
const LABEL = 40;

function estimatesPlot({ rows, axis }: EstimatesPicture): string {
  if (rows.length === 0) return '(nothing to draw)';
  return monospace(
    [
      { head: '', align: 'left' },
      { head: ends(axis), align: 'left' },
      { head: short(axis.label), align: 'left' },
    ],
    rows.map((row) => [name(row), bar(row, axis), figure(row, axis)]),
  );
}

function name({ label, colour, reference }: EstimateRow): string {
  return `${colourOf(colour).emoji} ${short(label)}${reference ? ' (reference)' : ''}`;
}

function short(label: string): string {
  return cut(line(label), LABEL);
}

/** The ends of the axis, above where they lie. */
function ends(axis: Axis): string {
  const left = format(axis.min, axis);
  const right = format(axis.max, axis);
  return pad(left, Math.max(left.length + 1, WIDTH - right.length)) + right;
}

function bar({ estimate, interval }: EstimateRow, axis: Axis): string {
  if (estimate === undefined) return '·'.repeat(WIDTH);
  const cells = Array.from({ length: WIDTH }, () => '·');
  if (interval) {
    const [low, high] = [cellOf(interval[0], axis), cellOf(interval[1], axis)];
    cells.fill('─', low, high + 1);
    cells[low] = '├';
    cells[high] = '┤';
  }
  cells[cellOf(estimate, axis)] = '●';
  return cells.join('');
}

function cellOf(value: number, { min, max }: Axis): number {
  const share = max > min ? (value - min) / (max - min) : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * (WIDTH - 1));
}

function figure(
  { estimate, interval }: Pick<EstimateRow, 'estimate' | 'interval'>,
  axis: Axis,
): string {
  if (estimate === undefined) return 'no estimate';
  const between = interval ? ` [${format(interval[0], axis)}, ${format(interval[1], axis)}]` : '';
  return format(estimate, axis) + between;
}

function format(value: number, axis: Axis): string {
  return axis.format === 'percent'
    ? `${Math.round(value * 100)} %`
    : String(Number(value.toPrecision(3)));
}

/** One row a step, one column a line. */
function linesPlot({ steps, lines, axis }: LinesPicture): string {
  if (lines.length === 0 || steps.values.length === 0) return '(nothing to draw)';
  return monospace(
    [
      { head: short(steps.label), align: 'right' },
      ...lines.map(({ label, colour }) => ({
        head: `${colourOf(colour).emoji} ${short(label)}`,
        align: 'left' as const,
      })),
    ],
    steps.values.map((step) => [
      String(step),
      ...lines.map(({ points }) => {
        const found = points.find((one) => one.step === step);
        return found ? figure(found, axis) : '–';
      }),
    ]),
  );
}
