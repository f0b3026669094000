import type { Character } from '../characters.ts';
import type { Frame } from '../mind/frames.ts';
import type { Chooser } from './sampling.ts';

/** How a character acts a role that it is not: it declines, gives it a colour, or answers as itself. */
export type Acting = 'declines' | 'colours' | 'itself';

/** Absent where no role is to be acted, or the character is the role. */
export function actingOf(
  character: Character,
  frames: readonly Frame[],
  choose: Chooser,
): Acting | undefined {
  const rates = character.acting;
  const framed = frames.some((frame) => frame.character === character.name);
  if (rates === undefined || framed || frames.length === 0) return undefined;
  const shares = [rates.declines, rates.colours, 1 - rates.declines - rates.colours];
  return (['declines', 'colours', 'itself'] as const)[choose.pick(shares)];
}
