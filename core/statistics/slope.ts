import { mean } from './mean.ts';

/** The least-squares slope of y over x. Undefined where x does not vary. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number | undefined {
  const mx = mean(points.map(([x]) => x));
  const my = mean(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  if (!(spread > 0)) return undefined;
  return points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread;
}
