import { PALETTE } from '../../../core/charts/palette.ts';
import type { View } from '../../../core/views/view.ts';

const hexOf = (name: (typeof PALETTE)[number]['name']): number => {
  const colour = PALETTE.find((one) => one.name === name) ?? PALETTE[0];
  return Number.parseInt(colour.hex.slice(1), 16);
};

/** Colours of the bar beside a message, by its state. A message that has none has no colour. */
export const ACCENTS: Readonly<Record<View['state'], number | undefined>> = {
  running: hexOf('blue'),
  done: hexOf('green'),
  failed: hexOf('red'),
  waiting: hexOf('amber'),
  info: undefined,
};
