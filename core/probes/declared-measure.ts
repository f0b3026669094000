import type { Measure } from '../domain/measure.ts';
import type { Probe } from '../domain/probe.ts';
import { kindOf, MEASURES, type MeasureKinds } from '../measures/registry.ts';

/** The measure whose contrasts are the declared ones; absent where none draws any. */
export function declaredMeasure(
  { measures }: Pick<Probe, 'measures'>,
  kinds: MeasureKinds = MEASURES,
): Measure | undefined {
  return measures.find((measure) => kindOf(measure, kinds).drawsContrasts(measure));
}
