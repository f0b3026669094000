import type { Picture } from '../../../core/charts/picture.ts';
import { COMMAND } from '../receive/names.ts';
import { type Style, style } from './style.ts';

/** Draws a picture in text: no line wider than `width`, its labels made harmless. */
export type DrawText = (picture: Picture, size: { width: number; colour: boolean }) => string;

/** The place that a view is rendered for. */
export interface Frame {
  /** Columns; no line is wider. */
  readonly width: number;
  readonly colour: boolean;
  readonly style: Style;
  readonly drawText: DrawText;
  /** The most lines of one answer; absent: all of them. */
  readonly cellLines?: number | undefined;
  /** Stands before a command line to make it one of the shell's. */
  readonly command: string;
}

export interface FrameOptions {
  readonly width: number;
  readonly colour: boolean;
  readonly drawText: DrawText;
  readonly cellLines?: number | undefined;
}

/** Below this no text can be read, and a wide character could not stand at all. */
const LEAST_WIDTH = 20;

export function frame({ width, colour, drawText, cellLines }: FrameOptions): Frame {
  return {
    width: Math.max(LEAST_WIDTH, Math.trunc(width) || LEAST_WIDTH),
    colour,
    style: style(colour),
    drawText,
    cellLines,
    command: COMMAND,
  };
}
