import type { Measure } from '../domain/measure.ts';
import { correlation } from './correlation/compute.ts';
import { type Computed, type Data, isFigured } from './data.ts';
import { distribution } from './distribution/compute.ts';
import { figured } from './figured.ts';
import { preference } from './preference/compute.ts';
import { spread } from './spread/compute.ts';
import { trend } from './trend/compute.ts';

const NOTHING: Computed = { format: 'number', scale: [0, 1], rows: [], tested: [] };

/** What a measure makes of a run, whatever its kind. */
export function computed(data: Data, measure: Measure): Computed {
  // Tests that draw take a while, and a run under way is looked at again and again.
  if (data.partial && !isFigured(measure)) return NOTHING;
  switch (measure.kind) {
    case 'share':
    case 'mean':
      return figured(data, measure);
    case 'distribution':
      return distribution(data, measure);
    case 'trend':
      return trend(data, measure);
    case 'correlation':
      return correlation(data, measure);
    case 'spread':
      return spread(data, measure);
    case 'preference':
      return preference(data, measure);
  }
}
