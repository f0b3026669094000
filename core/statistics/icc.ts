import { at } from './lists.ts';
import { mean } from './mean.ts';

/** One judge's rating, or the mean of all judges'. */
export interface Reliability {
  readonly single: number;
  readonly average: number;
}

export interface Icc {
  /** Each target had judges of its own: ICC(1,1) and ICC(1,k). */
  readonly oneWay: Reliability;
  /** The same judges for all, a sample of those one might have asked; agreement: ICC(2,1), ICC(2,k). */
  readonly random: Reliability;
  /** The same judges for all, and no others matter; consistency: ICC(3,1), ICC(3,k). */
  readonly fixed: Reliability;
}

/**
 * Intraclass correlations of ratings, in the six forms of Shrout and Fleiss 1979.
 * @param table targets by judges, none missing. Undefined below two of either, or if all rates are one.
 */
export function icc(table: readonly (readonly number[])[]): Icc | undefined {
  const [first = []] = table;
  const [n, k] = [table.length, first.length];
  if (n < 2 || k < 2 || table.some((row) => row.length !== k)) return undefined;
  const all = mean(table.flat());
  const squares = (values: readonly number[], centre: number) =>
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const targets = k * squares(table.map(mean), all);
  const judges = n * squares(columns(table).map(mean), all);
  const total = squares(table.flat(), all);
  if (!(total > 0)) return undefined;
  const between = targets / (n - 1);
  const within = (total - targets) / (n * (k - 1));
  const ofJudges = judges / (k - 1);
  const error = (total - targets - judges) / ((n - 1) * (k - 1));
  const bias = (ofJudges - error) / n;
  return {
    oneWay: reliability(between, within, 0, k),
    random: reliability(between, error, bias, k),
    fixed: reliability(between, error, 0, k),
  };
}

function reliability(between: number, error: number, bias: number, k: number): Reliability {
  return {
    single: (between - error) / (between + (k - 1) * error + k * bias),
    average: (between - error) / (between + bias),
  };
}

function columns(table: readonly (readonly number[])[]): number[][] {
  const [first = []] = table;
  return first.map((_, judge) => table.map((row) => at(row, judge)));
}
