import type { Comparison, MeasureResult } from '../domain/comparison.ts';

/** The measure that the finding speaks of: the one whose contrasts are the declared ones, else the first. */
export function headlineMeasure({
  measures,
}: Pick<Comparison, 'measures'>): MeasureResult | undefined {
  return measures.find(({ declared }) => declared) ?? measures[0];
}
