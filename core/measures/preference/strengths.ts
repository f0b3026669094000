import { bradleyTerry } from '../../statistics/bradley-terry.ts';
import { at } from '../../statistics/lists.ts';
import { mean } from '../../statistics/mean.ts';
import { type Choice, winsOf } from './choices.ts';

/** Far below what is printed; a closer fit of a thousand tables would take many times as long. */
const PRECISION = 1e-6;
/** A part of a win each way for every pair that met, so that an option which never wins has a place too. */
const PRIOR = 0.1;

/** The chance of each option to be chosen over an average other one; undefined where pairs do not link them all. */
export function strengths(
  choices: readonly Choice[],
  names: readonly string[],
): readonly number[] | undefined {
  const wins = names.map(() => names.map(() => 0));
  const add = (winner: number, loser: number, much: number) => {
    const row = at(wins, winner);
    row[loser] = at(row, loser) + much;
  };
  for (const choice of choices) {
    const [a, b] = [names.indexOf(choice.pair[0]), names.indexOf(choice.pair[1])];
    const [first, second] = winsOf(choice);
    add(a, b, first + PRIOR);
    add(b, a, second + PRIOR);
  }
  const abilities = bradleyTerry(wins, PRECISION);
  return abilities?.map((own, place) =>
    mean(
      abilities
        .filter((_, other) => other !== place)
        .map((other) => 1 / (1 + Math.exp(other - own))),
    ),
  );
}
