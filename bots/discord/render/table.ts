import { isBlank } from '../../../core/text/characters.ts';
import { EMPTY_TEXT } from '../../../core/text/sanitise.ts';
import { layoutTable, tableLines } from '../../../core/text/table.ts';
import { takeCodeUnits } from '../../../core/text/truncate.ts';
import { colourSquare } from '../../../core/views/subject-name.ts';
import type { TableBlock } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { codeSafe, fence, literalLine, plainLabel } from './escape.ts';
import { linesPart, type Part, stackParts, textPart } from './text-budget.ts';

/** Columns of monospace text that a narrow window shows without wrapping. */
const MONO_WIDTH = 60;
/** A cell longer than this is not measured: it cannot fit, and a hundred kilobytes may stand in it. */
const LONG = 4 * MONO_WIDTH;
/** Characters of a column's head where it is repeated in each row. */
const HEAD = 80;

/** A table as aligned monospace text where that is readable, otherwise one line per row. */
export function tableParts(block: TableBlock): readonly Part[] {
  const caption = isBlank(block.caption)
    ? []
    : [textPart(block.caption, (text) => `**${literalLine(text)}**`)];
  if (block.rows.length === 0 || block.header.length === 0) {
    return [...caption, textPart('no rows', (text) => `-# ${text}`)];
  }
  return [...caption, monospace(block) ?? rowByRow(block)];
}

/** Heads are wrapped at spaces, so that a long name over a narrow column does not cost the whole table. */
function monospace({ header, rows }: TableBlock): Part | undefined {
  const grid = [header.map(({ text }) => text), ...rows.map(({ cells }) => cells)];
  if (grid.some((row) => row.some((cell) => cell.length > LONG))) return undefined;
  const label = (text: string) => codeSafe(plainLabel(text, LONG));
  const layout = layoutTable(
    header.map(({ text, align }) => ({ head: label(text), align })),
    rows.map(({ cells }) => cells.map(label)),
    { width: MONO_WIDTH, wraps: 'heads' },
  );
  return layout && linesPart(tableLines(layout, { ruled: true }), fence);
}

/** `- 🟦 **larch / assistant** · counts itself in: 42 % · items: 12` */
function rowByRow({ header, rows }: TableBlock): Part {
  const heads = header.map(({ text }) => plainLabel(text, HEAD));
  const part = stackParts(
    rows.map(({ cells, colour }) => {
      const [first = '', ...others] = cells;
      const title = isBlank(first) ? EMPTY_TEXT : plainLabel(first, LIMITS.text.max);
      const rest = others.map((cell, at) => ` · ${heads[at + 1] ?? ''}: ${seen(cell)}`);
      return textPart(title + rest.join(''), (text) => {
        const bold = literalLine(text.slice(0, title.length));
        const tail = literalLine(text.slice(title.length));
        return `- ${colourSquare(colour)}**${bold}**${tail && ` ${tail}`}`;
      });
    }),
  );
  return { ...part, lossy: part.lossy || header.some(({ text }) => text.length > HEAD) };
}

/** As much of a cell as could ever show: enough that what is missing is seen to be cut. */
const seen = (cell: string) => takeCodeUnits(cell, 2 * LIMITS.text.max);
