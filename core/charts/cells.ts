import type { Node } from '@takumi-rs/core';
import type { Outcome } from '../domain/outcome.ts';
import { sanitisePicture } from '../text/sanitise-picture.ts';
import { directionOf } from './pixels.ts';
import type { Theme } from './theme.ts';

/** Answers side by side, one column a subject. */
export interface Columns {
  readonly columns: readonly Column[];
}

export interface Column {
  /** The subject's name in two parts, and its colour in the palette. */
  readonly model: string;
  readonly persona: string;
  readonly colour: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly state: 'waiting' | 'writing' | 'not asked' | Outcome;
  readonly text: string;
}

/** A cell as its card shows it. */
interface Shown {
  /** Words above the text of a cell that is no plain answer. */
  readonly tag?: string;
  readonly alarm?: boolean;
  readonly text: string;
  /** Stands for a text; not something that the model said. */
  readonly stand?: boolean;
}

/** More letters than go into any card. */
const MOST_LETTERS = 1500;

export const FONT_SIZE = 16;
const LINE_HEIGHT = 22;

/** @param lines the most lines of the text; `…` marks a cut */
export function cardOf(cell: Cell, theme: Theme, lines: number): Node {
  const { tag, alarm = false, text, stand = false } = shown(cell);
  const colour = alarm ? theme.alarm : theme.muted;
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'column',
      flex: '1 1 0',
      minWidth: 0,
      overflow: 'hidden',
      gap: 4,
      padding: '10px 12px',
      borderRadius: 8,
      backgroundColor: theme.card,
    },
    children: [
      ...(tag === undefined
        ? []
        : [textNode(tag, { fontSize: 14, fontWeight: 600, color: colour })]),
      ...(text === ''
        ? []
        : [textNode(text, { color: stand ? theme.muted : theme.ink, ...clamped(lines) })]),
    ],
  };
}

function shown(cell: Cell): Shown {
  const text = sanitisePicture(cell.text, MOST_LETTERS);
  switch (cell.state) {
    case 'waiting':
      return { text: 'waiting', stand: true };
    case 'writing':
      return { tag: 'writing', text: text === '' ? '…' : `${text} …` };
    case 'answered':
      return text === '' ? { text: '(an empty answer)', stand: true } : { text };
    case 'refused':
      return { tag: 'refused', text };
    case 'truncated':
      return { tag: 'cut at the token limit', text };
    case 'unparseable':
      return { tag: 'could not be read', text };
    case 'not asked':
      return { tag: 'not asked', text, stand: true };
    case 'failed':
      return { tag: 'failed', alarm: true, text, stand: true };
    default:
      return cell.state satisfies never;
  }
}

type Style = NonNullable<Node['style']>;

/** A text in its own direction, which breaks anywhere rather than run out of its box. */
export function textNode(text: string, style: Style): Node {
  return {
    type: 'text',
    text,
    dir: directionOf(text),
    style: {
      fontSize: FONT_SIZE,
      lineHeight: `${LINE_HEIGHT}px`,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      ...style,
    },
  };
}

export function clamped(lines: number): Style {
  return { lineClamp: lines, overflow: 'hidden', textOverflow: 'ellipsis' };
}
