import { at, sum } from '../../statistics/lists.ts';
import { drawnP } from '../../statistics/monte-carlo.ts';
import type { Random } from '../../statistics/random.ts';
import { ranks } from '../../statistics/rank.ts';
import type { Cell } from './cells.ts';

const SLACK = 1e-12;

/**
 * The p of a correlation of ranks where the y of whole units are dealt to other units, part by part. A
 * unit that lacks a part counts there as neither high nor low to whom it is dealt.
 */
export function dealtP(cells: readonly Cell[], random: Random): number {
  const parts = [...new Set(cells.map(({ part }) => part))];
  const rows = (values: readonly number[]) => rowsOf(cells, centredRanks(values), parts);
  const left = rows(cells.map(({ x }) => x));
  const right = rows(cells.map(({ y }) => y));
  const together = (others: typeof right) =>
    Math.abs(sum(left.map((row, unit) => productOf(row, at(others, unit)))));
  const seen = together(right) - SLACK;
  return drawnP(() => together(random.shuffle(right)) >= seen);
}

/** The middle rank is 0. */
function centredRanks(values: readonly number[]): readonly number[] {
  return ranks(values).map((rank) => rank - (values.length + 1) / 2);
}

/** The ranks of each unit, part by part; 0 where it lacks one. */
function rowsOf(
  cells: readonly Cell[],
  ranked: readonly number[],
  parts: readonly string[],
): readonly (readonly number[])[] {
  const placed = cells.map(({ unit, part }, place) => ({ unit, part, rank: at(ranked, place) }));
  return [...Map.groupBy(placed, ({ unit }) => unit).values()].map((own) =>
    parts.map((part) => sum(own.flatMap((one) => (one.part === part ? [one.rank] : [])))),
  );
}

function productOf(one: readonly number[], other: readonly number[]): number {
  let total = 0;
  for (let part = 0; part < one.length; part++) total += at(one, part) * at(other, part);
  return total;
}
