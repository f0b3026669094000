import { altOf, figuresOf } from '../charts/figures.ts';
import type { Picture } from '../charts/picture.ts';
import { sanitiseBlock, sanitiseShown, sanitiseShownLine } from '../text/sanitise.ts';
import { truncateBytes } from '../text/truncate.ts';
import { progressLine } from './progress-text.ts';
import { colourSquare, subjectName } from './subject-name.ts';
import { alignedTable, tabbedTable } from './table-text.ts';
import { textChart } from './text-chart.ts';
import type { Block, Cell, ColumnsBlock, ListItem } from './view.ts';

export interface PlainTextOptions {
  /** In columns for reading, or with tabs between cells for a spreadsheet. */
  readonly tables: 'aligned' | 'tabs';
  /** Columns of a picture in characters. */
  readonly chartWidth: number;
  /** A command line as somebody would type it. */
  readonly typed: (line: string) => string;
}

/** Stands where there are no columns. */
export const NO_SUBJECTS = '(no subjects)';
/** Stands where there are no items. */
export const NO_ITEMS = '(none)';

/** The whole of a block as plain text: for files, and for where nothing else is taken. */
export function plainText(block: Block, options: PlainTextOptions): string {
  return [...pieces(block, options)].join('\n');
}

const LEFT_OUT = '\n(more than a file may hold was left out here)\n';

/** Several blocks as plain text of at most `maxBytes`; what is beyond is not even looked at. */
export function boundedPlainText(
  blocks: readonly Block[],
  maxBytes: number,
  options: PlainTextOptions,
): string {
  const kept: string[] = [];
  let left = maxBytes - LEFT_OUT.length;
  for (const block of blocks) {
    for (const piece of parted(pieces(block, options))) {
      const size = Buffer.byteLength(piece);
      if (size > left) return kept.join('') + truncateBytes(piece, left, '') + LEFT_OUT;
      left -= size;
      kept.push(piece);
    }
  }
  return kept.join('');
}

/** Pieces as lines, and an empty one behind the last. */
function* parted(all: Iterable<string>): Generator<string> {
  for (const piece of all) yield `${piece}\n`;
  yield '\n';
}

function* pieces(block: Block, options: PlainTextOptions): Generator<string> {
  switch (block.kind) {
    case 'heading':
      return yield sanitiseShownLine(block.text);
    case 'text':
    case 'code':
    case 'note':
      return yield sanitiseShown(block.text);
    case 'quote':
      return yield sanitiseShown(block.text).replace(/^/gm, '> ');
    case 'progress':
      return yield progressLine(block);
    case 'columns':
      return yield* columnPieces(block);
    case 'table':
      return options.tables === 'tabs' ? yield* tabbedTable(block) : yield alignedTable(block);
    case 'picture':
      return yield* picturePieces(block.picture, options);
    case 'list':
      if (block.items.length === 0) yield NO_ITEMS;
      for (const item of block.items) yield `• ${itemText(item, options)}`;
      return;
    default:
      return block satisfies never;
  }
}

function* columnPieces({ columns }: ColumnsBlock): Generator<string> {
  if (columns.length === 0) yield NO_SUBJECTS;
  for (const [index, column] of columns.entries()) {
    if (index > 0) yield '\n';
    yield colourSquare(column.colour) + subjectName(column);
    for (const cell of column.cells) yield `\n${cellText(cell)}`;
  }
}

function* picturePieces(picture: Picture, { chartWidth }: PlainTextOptions): Generator<string> {
  yield sanitiseShownLine(picture.title);
  yield textChart(picture, chartWidth);
  yield sanitiseShown(altOf(picture));
  for (const { name, figure } of figuresOf(picture)) {
    yield `${sanitiseShownLine(name)}: ${sanitiseShownLine(figure)}`;
  }
}

/** A cell in words: the answer, or why there is none. */
export function cellText({ state, text }: Cell): string {
  switch (state) {
    case 'waiting':
      return '…';
    case 'writing':
      return text === '' ? '▍' : `${sanitiseShown(text)} ▍`;
    case 'answered':
      return sanitiseShown(text);
    case 'refused':
      return text === '' ? '(refused)' : `(refused) ${sanitiseShown(text)}`;
    case 'truncated':
      return `${sanitiseShown(text)} (stopped at the token limit)`;
    case 'unparseable':
      return `(unparseable) ${sanitiseShown(text)}`;
    case 'not asked':
      return `(not asked) ${sanitiseShown(text)}`;
    case 'failed':
      return `(failed) ${sanitiseShown(text)}`;
    default:
      return state satisfies never;
  }
}

/** `label: text`, and below it the command line. */
export function itemText(
  { label, text, line }: ListItem,
  { typed }: Pick<PlainTextOptions, 'typed'>,
): string {
  const name = sanitiseShownLine(label);
  const words = text === '' ? name : `${name}: ${sanitiseShown(text)}`;
  return line ? `${words}\n${typed(sanitiseBlock(line))}` : words;
}
