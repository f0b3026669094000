import type { Node } from '@takumi-rs/core';
import { plural } from '../text/plural.ts';
import { sanitisePictureLine } from '../text/sanitise-picture.ts';
import { type Column, type Columns, cardOf, clamped, FONT_SIZE, textNode } from './cells.ts';
import { rasterise } from './raster.ts';
import { shade, THEMES, type Theme, type ThemeName } from './theme.ts';

export interface ColumnsLook {
  readonly theme: ThemeName;
  /** CSS pixels; unless told, as wide as the number of columns asks for. */
  readonly width?: number | undefined;
  /** Pixels of the image for each CSS pixel; 2 unless told. */
  readonly scale?: number | undefined;
}

/** Up to so many subjects stand beside each other; more have a row each. */
const MOST_BESIDE = 4;
/** The most that are drawn: others are counted, and stand in the thread. */
const MOST_SUBJECTS = 24;
const MOST_CELLS = 6;
const MOST_CELLS_IN_ROW = 3;

/** By the number of columns, so that a line has around thirty letters. */
const WIDTHS = [460, 460, 560, 720, 920] as const;
const WIDTH_OF_ROWS = 760;
const NARROWEST = 240;

/** Answers side by side as PNG: up to four subjects as columns, from five on a row each. */
export async function drawColumns(block: Columns, look: ColumnsLook): Promise<Uint8Array> {
  const theme = THEMES[look.theme];
  const shown = block.columns.slice(0, MOST_SUBJECTS);
  const beside = shown.length <= MOST_BESIDE;
  const tree = beside ? asColumns(shown, theme) : asRows(shown, theme);
  const hidden = block.columns.length - shown.length;
  const usual = beside ? (WIDTHS[shown.length] ?? WIDTH_OF_ROWS) : WIDTH_OF_ROWS;
  return rasterise(page([tree, ...more(hidden, 'subject', theme)], theme), {
    width: Math.max(NARROWEST, look.width ?? usual),
    scale: look.scale ?? 2,
    text: textOf(tree),
  });
}

function page(children: Node[], theme: Theme): Node {
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'column',
      width: '100%',
      gap: 12,
      padding: 16,
      backgroundColor: theme.ground,
    },
    children,
  };
}

function asColumns(columns: readonly Column[], theme: Theme): Node {
  return flex(
    'row',
    {},
    columns.map((column) =>
      flex('column', { flex: '1 1 0', minWidth: 0, gap: 10 }, [
        flex(
          'column',
          { borderTop: `5px solid ${shade(column.colour, theme)}`, paddingTop: 8 },
          names(column, theme),
        ),
        ...cards(column, theme, MOST_CELLS, linesFor(column.cells.length)).map((card) =>
          flex('row', {}, [card]),
        ),
      ]),
    ),
  );
}

function asRows(columns: readonly Column[], theme: Theme): Node {
  return flex(
    'column',
    { gap: 14 },
    columns.map((column) =>
      flex('row', { gap: 10 }, [
        flex(
          'column',
          {
            width: '24%',
            flexShrink: 0,
            borderLeft: `5px solid ${shade(column.colour, theme)}`,
            paddingLeft: 10,
          },
          names(column, theme),
        ),
        flex(
          'row',
          { flex: '1 1 0', minWidth: 0, gap: 10 },
          cards(column, theme, MOST_CELLS_IN_ROW, 4),
        ),
      ]),
    ),
  );
}

const NAME = { textAlign: 'left', ...clamped(2) } as const;

function names({ model, persona }: Column, theme: Theme): Node[] {
  return [
    textNode(sanitisePictureLine(model), { fontWeight: 700, color: theme.ink, ...NAME }),
    textNode(sanitisePictureLine(persona), { color: theme.muted, ...NAME }),
  ];
}

function cards({ cells }: Column, theme: Theme, most: number, lines: number): Node[] {
  return [
    ...cells.slice(0, most).map((cell) => cardOf(cell, theme, lines)),
    ...more(cells.length - most, 'answer', theme),
  ];
}

/** One answer may be long; of several, each is shorter. */
const linesFor = (cells: number): number => [14, 14, 9, 7][cells] ?? 5;

function more(hidden: number, what: string, theme: Theme): Node[] {
  if (hidden <= 0) return [];
  const text = `and ${plural(hidden, `more ${what}`)}`;
  return [textNode(text, { color: theme.muted, fontSize: FONT_SIZE - 2 })];
}

function flex(
  direction: 'row' | 'column',
  style: NonNullable<Node['style']>,
  children: Node[],
): Node {
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: direction,
      gap: direction === 'row' ? 12 : 0,
      ...style,
    },
    children,
  };
}

function textOf(node: Node): string {
  if (node.type === 'text') return `${node.text}…0123456789`;
  return node.type === 'container' ? (node.children ?? []).map(textOf).join('') : '';
}
