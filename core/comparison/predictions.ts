import type { Contrast } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';
import type { Probe } from '../domain/probe.ts';
import type { MeasureKind } from '../measures/measure-kind.ts';

type Direction = Probe['psm']['directions'][number];
type Tested = Extract<Contrast, { difference: number }>;
type Verdict = Contrast['prediction'];

/** A measure as far as predictions have to know it. */
type Predicted = Pick<Measure, 'id'> & Pick<MeasureKind, 'isDistance'>;

const OPPOSITE = { more: 'less', less: 'more', same: 'same' } as const;

/**
 * How a contrast stands to what PSM predicts of it. A direction holds or fails only where the interval
 * leaves no doubt; “the same” holds where the interval lies within the prediction's margin. Undefined
 * where nothing is predicted.
 */
export function predictionOf(
  probe: Pick<Probe, 'psm' | 'conditions'>,
  measure: Predicted,
  one: Tested,
): Verdict {
  const [said] = probe.psm.directions
    .filter((direction) => direction.measure === measure.id)
    .flatMap((direction) => wayOf(probe, measure, direction, one) ?? []);
  if (!said) return undefined;
  const { way, margin } = said;
  const { interval } = one;
  if (!interval) return byTest(way, measure, one);
  const [low, high] = interval;
  if (way === 'same' && margin !== undefined && low >= -margin && high <= margin) {
    return 'as predicted';
  }
  // A distance is never below 0, so that its interval cannot leave 0 behind on both sides.
  if (measure.isDistance) return byTest(way, measure, one);
  return low <= 0 && high >= 0 ? 'open' : byTest(way, measure, one);
}

/** Without an interval the test alone speaks. */
function byTest(way: Direction['direction'], { isDistance }: Predicted, one: Tested): Verdict {
  if (one.verdict !== 'difference') return 'open';
  const up = isDistance || one.difference > 0;
  return way === (up ? 'more' : 'less') ? 'as predicted' : 'against';
}

function wayOf(
  probe: Pick<Probe, 'conditions'>,
  { isDistance }: Predicted,
  { under, than, direction, margin }: Direction,
  one: Tested,
): { readonly way: Direction['direction']; readonly margin?: number | undefined } | undefined {
  if (one.varies === 'chance') {
    // A trend is of a whole ladder, which a prediction names by one of its rungs.
    const ladder = probe.conditions.find(({ id }) => id === under)?.ladder;
    const here = one.a.condition === undefined ? one.a.group === ladder : one.a.condition === under;
    return than === undefined && here ? { way: direction, margin } : undefined;
  }
  if (one.varies !== 'condition' || !one.b) return undefined;
  const [a, b] = [one.a.condition, one.b.condition];
  if (under === a && than === b) return { way: direction, margin };
  if (under !== b || than !== a) return undefined;
  // As far from here to there as from there to here.
  return { way: isDistance ? direction : OPPOSITE[direction], margin };
}
