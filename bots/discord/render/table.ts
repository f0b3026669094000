import stringWidth from 'string-width';
import type { TableBlock } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { codeSafe, EMPTY, isBlank, literalLine } from './escape.ts';
import { square } from './palette.ts';
import { head, leaf, lines, oneLine, type Part, stack } from './text-budget.ts';

/** Columns of monospace text that a narrow window shows without wrapping. */
export const MONO_WIDTH = 60;
const GAP = '  ';
/** A cell longer than this is not measured: it cannot fit, and a hundred kilobytes may stand in it. */
const LONG = 4 * MONO_WIDTH;
/** Characters of a column's head where it is repeated in each row. */
const HEAD = 80;

export function fence(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}

/** A table as aligned monospace text where that is readable, otherwise one line per row. */
export function tableParts(block: TableBlock): readonly Part[] {
  const caption = isBlank(block.caption)
    ? []
    : [leaf(block.caption, (text) => `**${literalLine(text)}**`)];
  if (block.rows.length === 0 || block.header.length === 0) {
    return [...caption, leaf('no rows', (text) => `-# ${text}`)];
  }
  return [...caption, monospace(block) ?? rowByRow(block)];
}

/** Heads are wrapped at spaces, so that a long name over a narrow column does not cost the whole table. */
function monospace({ header, rows }: TableBlock): Part | undefined {
  const grid = [header.map(({ text }) => text), ...rows.map(({ cells }) => cells)];
  if (grid.some((row) => row.some((cell) => cell.length > LONG))) return undefined;
  const label = (text = '') => codeSafe(oneLine(text, LONG));
  const body = rows.map(({ cells }) => header.map((_, at) => label(cells[at])));
  const widths = header.map(({ text }, at) =>
    Math.max(...[...label(text).split(' '), ...body.map((row) => row[at] ?? '')].map(widthOf)),
  );
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  if (total > MONO_WIDTH) return undefined;
  const heads = header.map(({ text }, at) => wrap(label(text), widths[at] ?? 0));
  const height = Math.max(...heads.map(({ length }) => length));
  const top = Array.from({ length: height }, (_, line) => heads.map((head) => head[line] ?? ''));
  const rule = widths.map((width) => '─'.repeat(width));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => pad(cell, widths[at] ?? 0, header[at]?.align ?? 'left')).join(GAP);
  return lines(
    [...top, rule, ...body].map((row) => line(row).trimEnd()),
    fence,
  );
}

/** Lines of whole words, each within `width`, which no word is longer than. */
function wrap(text: string, width: number): readonly string[] {
  const wrapped: string[] = [];
  for (const word of text.split(' ')) {
    const joined = `${wrapped.at(-1)} ${word}`;
    if (wrapped.length > 0 && widthOf(joined) <= width) wrapped[wrapped.length - 1] = joined;
    else wrapped.push(word);
  }
  return wrapped;
}

const widthOf = (text: string) => stringWidth(text);

function pad(cell: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return align === 'right' ? space + cell : cell + space;
}

/** `- 🟦 **larch / assistant** · counts itself in: 42 % · items: 12` */
function rowByRow({ header, rows }: TableBlock): Part {
  const heads = header.map(({ text }) => oneLine(text, HEAD));
  const part = stack(
    rows.map(({ cells, colour }) => {
      const [first = '', ...others] = cells;
      const title = isBlank(first) ? EMPTY : oneLine(first, LIMITS.text.max);
      const rest = others.map((cell, at) => ` · ${heads[at + 1] ?? ''}: ${seen(cell)}`);
      return leaf(title + rest.join(''), (text) => {
        const bold = literalLine(text.slice(0, title.length));
        const tail = literalLine(text.slice(title.length));
        return `- ${square(colour)}**${bold}**${tail && ` ${tail}`}`;
      });
    }),
  );
  return { ...part, lossy: part.lossy || header.some(({ text }) => text.length > HEAD) };
}

/** As much of a cell as could ever show: enough that what is missing is seen to be cut. */
const seen = (cell: string) => head(cell, 2 * LIMITS.text.max);
