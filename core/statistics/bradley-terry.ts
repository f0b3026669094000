import { at, sum, zip } from './lists.ts';

type Table = readonly (readonly number[])[];

const PRECISION = 1e-12;
const MAX_ROUNDS = 100_000;

/**
 * Strengths of players, from who beat whom: log abilities with the first at 0, so that a beats b
 * with chance 1 / (1 + exp(b − a)) (Bradley and Terry 1952). Fitted by the MM algorithm of Hunter 2004.
 * Undefined where no finite answer exists: some players never beat, or never meet, the others (Ford 1957),
 * or there is nobody to beat.
 * @param wins at [a][b], how often a beat b; a tie is half a win for each. The diagonal is not read.
 * @param precision how little the strengths have to move, as a share, for the fit to be done.
 */
export function bradleyTerry(wins: Table, precision: number = PRECISION): number[] | undefined {
  if (wins.length < 2 || !connected(wins) || !connected(turned(wins))) return undefined;
  const players = playersOf(wins);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = evened(players.map(improved));
    let still = true;
    for (const [player, strength] of zip(players, next)) {
      if (Math.abs(strength / player.strength - 1) >= precision) still = false;
      player.strength = strength;
    }
    if (still) break;
  }
  const [first, ...others] = players.map(({ strength }) => Math.log(strength));
  return first === undefined ? undefined : [0, ...others.map((log) => log - first)];
}

interface Player {
  strength: number;
  readonly won: number;
  /** Those whom it met, and how often. */
  readonly met: { readonly other: Player; readonly games: number }[];
}

function playersOf(wins: Table): readonly Player[] {
  const players = wins.map((row, player): Player => {
    const won = sum(row.filter((_, other) => other !== player));
    return { strength: 1, won, met: [] };
  });
  players.forEach((player, a) => {
    players.forEach((other, b) => {
      const games = a === b ? 0 : count(wins, a, b) + count(wins, b, a);
      if (games > 0) player.met.push({ other, games });
    });
  });
  return players;
}

/** A player's wins over those that one point of strength would be expected to win. */
function improved({ strength, won, met }: Player): number {
  let expected = 0;
  for (const { other, games } of met) expected += games / (strength + other.strength);
  return won / expected;
}

/** Scaled to a sum of as many as there are, since only ratios matter. */
function evened(strengths: readonly number[]): readonly number[] {
  const total = sum(strengths);
  return strengths.map((strength) => (strength * strengths.length) / total);
}

/** True where wins lead from the first player to every other. */
function connected(wins: Table): boolean {
  const reached = new Set([0]);
  for (const player of reached) {
    for (const other of wins.keys()) if (count(wins, player, other) > 0) reached.add(other);
  }
  return reached.size === wins.length;
}

function turned(wins: Table): Table {
  return wins.map((_, a) => wins.map((_row, b) => count(wins, b, a)));
}

function count(wins: Table, a: number, b: number): number {
  return at(at(wins, a), b);
}
