import type { Contrast } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';
import type { Probe } from '../domain/probe.ts';

type Direction = Probe['psm']['directions'][number];

const OPPOSITE = { more: 'less', less: 'more', same: 'same' } as const;

/**
 * How a contrast stands to what PSM predicts of it. A direction holds or fails only where the interval
 * leaves no doubt; “the same” holds where the interval lies within the prediction's margin. Undefined
 * where nothing is predicted.
 */
export function predictionOf(
  probe: Pick<Probe, 'psm' | 'conditions'>,
  { id, kind }: Pick<Measure, 'id' | 'kind'>,
  one: Contrast,
): Contrast['prediction'] {
  if (one.verdict === 'not comparable') return undefined;
  const said = probe.psm.directions
    .filter((direction) => direction.measure === id)
    .flatMap((direction) => wayOf(probe, kind, direction, one) ?? [])[0];
  if (!said || !one.interval)
    return said && one.p !== undefined ? byTest(said.way, kind, one) : undefined;
  const [low, high] = one.interval;
  const { way, margin } = said;
  if (way === 'same' && margin !== undefined && low >= -margin && high <= margin) {
    return 'as predicted';
  }
  // A divergence is never below 0, so that its interval cannot leave 0 behind on both sides.
  if (kind === 'distribution') return byTest(way, kind, one);
  if (one.verdict !== 'difference' || (low <= 0 && high >= 0)) return 'open';
  return way === ((one.difference ?? 0) > 0 ? 'more' : 'less') ? 'as predicted' : 'against';
}

/** Without an interval the test alone speaks. */
function byTest(
  way: Direction['direction'],
  kind: Measure['kind'],
  one: Contrast,
): Contrast['prediction'] {
  if (one.verdict !== 'difference') return 'open';
  const up = kind === 'distribution' || (one.difference ?? 0) > 0;
  return way === (up ? 'more' : 'less') ? 'as predicted' : 'against';
}

function wayOf(
  probe: Pick<Probe, 'conditions'>,
  kind: Measure['kind'],
  { under, than, direction, margin }: Direction,
  one: Contrast,
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
  return { way: kind === 'distribution' ? direction : OPPOSITE[direction], margin };
}
