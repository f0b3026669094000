import { at, sum } from './lists.ts';
import { variance } from './mean.ts';

/**
 * The consistency of the items of one scale over respondents, 1 at most (Cronbach 1951):
 * k / (k − 1) · (1 − Σ item variances / variance of the sums).
 * @param table respondents by items, none missing. Undefined below two of either, or if no sum differs.
 */
export function cronbachAlpha(table: readonly (readonly number[])[]): number | undefined {
  const [first = []] = table;
  const items = first.length;
  if (table.length < 2 || items < 2) return undefined;
  const sums = table.map(sum);
  const whole = variance(sums);
  if (!(whole > 0)) return undefined;
  const parts = sum(first.map((_, item) => variance(table.map((row) => at(row, item)))));
  return (items / (items - 1)) * (1 - parts / whole);
}
