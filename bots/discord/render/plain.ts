import { figuresOf } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import type {
  Block,
  Cell,
  ColumnsBlock,
  ListItem,
  TableBlock,
  View,
} from '../../../core/views/view.ts';
import { subjectOf } from './columns.ts';
import { clean } from './escape.ts';
import { progressLine } from './progress.ts';

/** The whole view as plain text, for the file that stands in for what a message had to cut. */
export function wholeText(view: View, maxBytes: number): string {
  const kept: string[] = [];
  let left = maxBytes - LAST.length;
  for (const piece of pieces(view)) {
    left -= Buffer.byteLength(piece);
    if (left < 0) return kept.join('') + LAST;
    kept.push(piece);
  }
  return kept.join('');
}

const LAST = '\n(more than a file may hold was left out here)\n';

function* pieces(view: View): Generator<string> {
  for (const block of view.blocks) {
    yield* blockPieces(block);
    yield '\n';
  }
}

function* blockPieces(block: Block): Generator<string> {
  switch (block.kind) {
    case 'heading':
      return yield `# ${clean(block.text)}\n`;
    case 'text':
    case 'code':
    case 'note':
      return yield `${clean(block.text)}\n`;
    case 'quote':
      return yield `${clean(block.text).replace(/^/gm, '> ')}\n`;
    case 'progress':
      return yield `${progressLine(block)}\n`;
    case 'columns':
      return yield* columnPieces(block);
    case 'table':
      return yield* tablePieces(block);
    case 'picture':
      return yield* picturePieces(block.picture);
    case 'list':
      for (const item of block.items) yield itemText(item);
  }
}

function* columnPieces({ columns }: ColumnsBlock): Generator<string> {
  for (const column of columns) {
    yield `## ${subjectOf(column)}\n\n`;
    for (const cell of column.cells) yield `${cellText(cell)}\n\n`;
  }
}

function cellText({ state, text }: Cell): string {
  return state === 'answered' ? clean(text) : `(${state}) ${clean(text)}`.trimEnd();
}

/** Tabs between cells, so that it can be pasted into a spreadsheet. */
function* tablePieces({ caption, header, rows }: TableBlock): Generator<string> {
  yield `${clean(caption)}\n`;
  const grid = [header.map(({ text }) => text), ...rows.map(({ cells }) => cells)];
  for (const row of grid) yield `${row.map(tabSafe).join('\t')}\n`;
}

const tabSafe = (cell: string) => clean(cell).replace(/\s+/g, ' ');

function itemText({ label, text, line }: ListItem): string {
  const first = `- ${clean(label)}: ${clean(text)}\n`;
  return line === undefined ? first : `${first}  ${clean(line)}\n`;
}

function* picturePieces(picture: Picture): Generator<string> {
  yield `${clean(picture.title)}\n${clean(picture.alt)}\n`;
  for (const { name, figure } of figuresOf(picture)) yield `${clean(name)}: ${clean(figure)}\n`;
}
