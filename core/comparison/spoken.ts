import type { Comparison, MeasureResult } from './types.ts';

/** The measure that the finding speaks of: the first that compares anything; one shown by step does not. */
export function spokenMeasure({
  measures,
}: Pick<Comparison, 'measures'>): MeasureResult | undefined {
  return measures.find((measure) => measure.contrasts.length > 0) ?? measures[0];
}
