import type { Picture } from '../charts/picture.ts';
import type { Outcome } from '../domain/outcome.ts';

/**
 * A message described once, for no platform in particular. All strings are plain text: a renderer
 * escapes them for its platform, and none may be trusted, since models and people wrote them.
 */
export interface View {
  /** Colours the message: running, finished well, failed, waiting for a click, or none of these. */
  readonly state: 'running' | 'done' | 'failed' | 'waiting' | 'info';
  readonly blocks: readonly Block[];
  /** At most five, the likeliest first. */
  readonly actions: readonly Action[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** The words of a person or a model: set apart, line breaks kept. */
  | { readonly kind: 'quote'; readonly text: string }
  /** Exact text in a monospace face, which a reader may want to copy. */
  | { readonly kind: 'code'; readonly text: string }
  | ProgressBlock
  | ColumnsBlock
  | TableBlock
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /** The small print: muted, one line where it fits. */
  | { readonly kind: 'note'; readonly text: string };

export interface ProgressBlock {
  readonly kind: 'progress';
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Seconds; absent until it can be known. */
  readonly secondsLeft?: number | undefined;
  /** US dollars; absent where no price is known. */
  readonly cost?: { readonly soFar: number; readonly expected: number } | undefined;
}

/** Answers side by side, one column a subject. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly columns: readonly Column[];
}

export interface Column {
  /** The subject: its name in two parts, and its colour, an index into the palette. */
  readonly model: string;
  readonly persona: string;
  readonly colour: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly state: 'waiting' | 'writing' | 'not asked' | Outcome;
  /** The answer, so far or whole; where there is none, why in a few words. */
  readonly text: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly header: readonly TableHead[];
  /** As many strings as there are heads. */
  readonly rows: readonly TableRow[];
}

export interface TableHead {
  readonly text: string;
  readonly align: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly string[];
  /** The palette index of the subject that the row is about. */
  readonly colour?: number | undefined;
}

export interface ListItem {
  readonly label: string;
  readonly text: string;
  /** A command line that a click on the item would run or put into the composer. */
  readonly line?: string | undefined;
}

/** A button. A click runs `line`, a command line as somebody would type it, without the slash command's name. */
export interface Action {
  readonly label: string;
  readonly line: string;
  readonly style: 'primary' | 'plain' | 'danger';
}

/** A file that goes with a message, or that stands for what was too long for it. */
export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly content: string | Uint8Array;
}

export interface Message {
  readonly view: View;
  readonly files?: readonly Attachment[] | undefined;
}
