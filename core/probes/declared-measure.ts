import type { Measure } from '../domain/measure.ts';
import type { Probe } from '../domain/probe.ts';

/** Whether a measure draws contrasts: one that is shown step by step, or that describes, does not. */
function drawsContrasts(measure: Measure): boolean {
  return measure.kind !== 'spread' && !(measure.kind === 'mean' && measure.over === 'each');
}

/** The measure whose contrasts are the declared family; absent where none draws any. */
export function declaredMeasure({ measures }: Pick<Probe, 'measures'>): Measure | undefined {
  return measures.find(drawsContrasts);
}
