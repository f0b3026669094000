/**
 * Okabe and Ito's colour-blind-safe palette (2008), reordered so that neighbours differ most;
 * yellow is left out since it cannot be read on white. A subject keeps its index for good.
 */
export const PALETTE = [
  { name: 'blue', hex: '#0072B2', emoji: '🟦' },
  { name: 'orange', hex: '#D55E00', emoji: '🟧' },
  { name: 'green', hex: '#009E73', emoji: '🟩' },
  { name: 'purple', hex: '#CC79A7', emoji: '🟪' },
  { name: 'amber', hex: '#E69F00', emoji: '🟨' },
  { name: 'sky', hex: '#56B4E9', emoji: '🔵' },
  { name: 'red', hex: '#A3333D', emoji: '🟥' },
  { name: 'grey', hex: '#767676', emoji: '⬜' },
] as const;

/** The colour of a subject; past the end of the palette the colours come round again. */
export function colourOf(index: number): (typeof PALETTE)[number] {
  const count = PALETTE.length;
  return PALETTE[((Math.trunc(index) % count) + count) % count] ?? PALETTE[0];
}
