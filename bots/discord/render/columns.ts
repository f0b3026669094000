import { isBlank } from '../../../core/text/characters.ts';
import { EMPTY_TEXT } from '../../../core/text/sanitise.ts';
import { colourSquare, subjectName } from '../../../core/views/subject-name.ts';
import type { Cell, ColumnsBlock } from '../../../core/views/view.ts';
import { literal, literalLine } from './escape.ts';
import { type Part, stackParts, textPart } from './text-budget.ts';

/** Characters of an answer that stands beside others while they are being written. */
const SHORT = 280;

const MARKS: Readonly<Record<Cell['state'], string>> = {
  waiting: 'waiting …',
  writing: 'writing',
  answered: '',
  refused: 'refused',
  truncated: 'cut off by the model’s limit',
  unparseable: 'could not be read',
  'not asked': 'not asked',
  failed: 'failed',
};

/** One display a subject: its name, then each answer as a quote. While running the answers are short. */
export function columnParts(block: ColumnsBlock, running: boolean): readonly Part[] {
  const cap = running ? SHORT : Infinity;
  return block.columns.map((column) => {
    const name = textPart(
      subjectName(column),
      (text) => `${colourSquare(column.colour)}**${literalLine(text)}**`,
    );
    // An empty line between two quotes keeps one answer from running into the next.
    const answers = stackParts(
      column.cells.map((cell) => cellPart(cell, cap)),
      '\n\n',
    );
    return column.cells.length > 0 ? stackParts([name, answers]) : name;
  });
}

export function quoted(text: string): string {
  return literal(text).replace(/^/gm, '> ');
}

/** `> the answer`, or what came instead: `> *failed* · the provider refused the key (401)`. */
function cellPart(cell: Cell, cap: number): Part {
  const mark = MARKS[cell.state];
  if (isBlank(cell.text)) return textPart(mark || EMPTY_TEXT, (words) => `> *${words}*`);
  const before = mark && `*${mark}* · `;
  return textPart(cell.text.trim(), (words) => `> ${before}${quoted(words).slice(2)}`, cap);
}
