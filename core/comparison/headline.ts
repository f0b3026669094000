import type { Comparison, MeasureResult } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';

/** Whether a measure draws contrasts: one that is shown step by step, or that describes, does not. */
export function drawsContrasts(measure: Measure): boolean {
  return measure.kind !== 'spread' && !(measure.kind === 'mean' && measure.over === 'each');
}

/** The measure that the finding speaks of: the one whose contrasts are the declared family, else the first. */
export function headlineMeasure({
  measures,
}: Pick<Comparison, 'measures'>): MeasureResult | undefined {
  return measures.find(({ declared }) => declared) ?? measures[0];
}
