import { columnsOf, padColumns, truncateColumns } from '../../text/columns.ts';
import { paint } from '../ansi.ts';
import { formatValue } from '../numbers.ts';
import { type Band, bandsOf } from './fold.ts';
import type { DistributionPicture } from './picture.ts';
import { SHARES } from './shares.ts';

const GAP = '  ';
/** Neighbours differ without colour too. */
const FILLS = ['█', '▒', '▓', '░'] as const;
/** Grey, as what was folded together is no category of its own. */
const NEUTRAL = 7;

/** Lines of at most `width` columns: a label, a bar `A 58 % ████B▒▒▒`, and a legend. @param picture a tidy one */
export function distributionCharacters(
  picture: DistributionPicture,
  width: number,
  colour: boolean,
): readonly string[] {
  const bands = bandsOf(picture);
  const rows = picture.rows.flatMap((row, index) => [
    ...headOf(row, width),
    row.shares.length === 0 ? 'no estimate' : barOf(bands, index, width, colour),
  ]);
  return [...rows, ...legend(bands, width, colour)];
}

/** The label at the left and what the shares rest on at the right, where both have room. */
function headOf(
  { label, basis }: DistributionPicture['rows'][number],
  width: number,
): readonly string[] {
  const right = truncateColumns(basis, Math.floor(width / 2));
  if (right === '') return label === '' ? [] : [truncateColumns(label, width)];
  const room = width - columnsOf(right) - GAP.length;
  return [padColumns(truncateColumns(label, room), room) + GAP + right];
}

function barOf(bands: readonly Band[], row: number, width: number, colour: boolean): string {
  let sum = 0;
  let from = 0;
  return bands
    .map((band, index) => {
      const share = band.shares[row] ?? 0;
      sum += share;
      const to = Math.min(width, Math.round(sum * width));
      const length = to - from;
      from = to;
      const letters = segment(band, share, length, FILLS[index % FILLS.length] ?? FILLS[0]);
      return colour ? paint(letters, band.colour ?? NEUTRAL) : letters;
    })
    .join('');
}

function segment({ key }: Band, share: number, length: number, fill: string): string {
  const named = `${key} ${formatValue(share, SHARES)} `;
  const text = named.length + 1 < length ? named : key.slice(0, length);
  return text + fill.repeat(length - text.length);
}

/** `A assistant  B pirate`, over as many lines as it takes. */
function legend(bands: readonly Band[], width: number, colour: boolean): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const { key, label, ...band } of bands) {
    const name = truncateColumns(`${key} ${label}`.trimEnd(), width);
    const taken = columnsOf(name);
    const shown = colour ? paint(name, band.colour ?? NEUTRAL) : name;
    if (lines.length > 0 && used + GAP.length + taken <= width) {
      lines.push(`${lines.pop()}${GAP}${shown}`);
      used += GAP.length + taken;
    } else {
      lines.push(shown);
      used = taken;
    }
  }
  return lines;
}
