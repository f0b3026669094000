import type { Shape } from './shapes.ts';

/**
 * From a whole line to long dashes, in pixels on and off, each with points that can be told apart
 * too; enough for six lines of one colour.
 */
const LOOKS: readonly { readonly dash: readonly number[]; readonly shape: Shape }[] = [
  { dash: [], shape: 'circle' },
  { dash: [7, 4], shape: 'square' },
  { dash: [2, 3], shape: 'diamond' },
  { dash: [9, 3, 2, 3], shape: 'triangle-up' },
  { dash: [4, 2], shape: 'triangle-down' },
  { dash: [12, 5], shape: 'cross' },
];

const lookOf = (dash: number) => LOOKS[Math.abs(Math.trunc(dash)) % LOOKS.length];

export const dashOf = (dash: number): readonly number[] => lookOf(dash)?.dash ?? [];

export const shapeOf = (dash: number): Shape => lookOf(dash)?.shape ?? 'circle';
