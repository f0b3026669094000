import type { Contrast, Row } from '../../domain/comparison.ts';
import type { MeasureOf } from '../../domain/measure.ts';
import { jackknife } from '../../statistics/jackknife.ts';
import {
  type Distribution,
  dealtDivergence,
  jensenShannon,
  meanDistribution,
  swappedDivergence,
} from '../../statistics/jensen-shannon.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { share } from '../../statistics/share.ts';
import type { Computed, Data } from '../data.ts';
import type { JudgedTrial } from '../judged-trial.ts';
import { missingDataReason } from '../missing-data.ts';
import { type Pair, pairsOf } from '../pairs.ts';
import { aboutOf, counts, type Point } from '../points.ts';
import { byRow, clipped, ended, inPlanOrder, keyText, sharedUnits, unitOf } from '../rows.ts';
import { floorOf, type Tested, untested } from '../tested.ts';
import { entropyNotes } from './entropy-notes.ts';

type Measure = MeasureOf<'distribution'>;

/** A trial's shares of the categories: all of one, or the judge's own distribution. */
interface Mix extends Pick<Point, 'key' | 'item' | 'sample' | 'outcome'> {
  readonly value?: number | undefined;
  readonly mix?: Distribution | undefined;
}

/** By unit, the mean of its trials' shares. */
type Mixes = ReadonlyMap<string, Distribution>;

/** The shares of the categories a row, and how far rows lie apart as wholes, in bits. */
export function distribution({ plan, trials }: Data, measure: Measure): Computed {
  const byKey = byRow(trials.filter(counts(measure)).flatMap((one) => mixesOf(one, measure)));
  const rows = [...byKey.values()].map((own) => rowOf(own, measure)).toSorted(inPlanOrder(plan));
  const rowByKey = new Map(rows.map((row) => [keyText(row), row]));
  const groups = [...new Set(rows.map((row) => row.group))];
  const tested = pairsOf(plan, measure, groups).flatMap((pair): Tested[] => {
    const [a, b] = [pair.a, pair.b].map((key) => key && rowByKey.get(keyText(key)));
    if (!a || !b || !pair.b) return [];
    const lost = missingDataReason(plan, a) ?? missingDataReason(plan, b);
    const mixes = [pair.a, pair.b].map((key) => unitMixes(byKey.get(keyText(key)) ?? [], measure));
    const [left = new Map(), right = new Map()] = mixes;
    const seed = seedFrom(plan.seed, measure.id, keyText(pair.a), keyText(pair.b));
    if (lost !== undefined) {
      return [
        untested({
          ...pair,
          unit: measure.unit,
          pairs: 0,
          verdict: 'not comparable',
          reason: lost,
        }),
      ];
    }
    return [apart(pair, measure, left, right, seed)];
  });
  return {
    format: 'bits',
    notes: entropyNotes(plan, rows, measure.categories.length),
    scale: [0, 1],
    categories: measure.categories.map(({ value, label }) => ({ value: String(value), label })),
    rows,
    tested,
    gap: (one, other) => {
      const [left, right] = [one, other].map((key) =>
        unitMixes(byKey.get(keyText(key)) ?? [], measure),
      );
      return left && right && divergenceOf(sidesOf(left, right, measure))?.estimate;
    },
  };
}

function mixesOf(judged: JudgedTrial, measure: Measure): readonly Mix[] {
  const about = aboutOf(judged, measure);
  return judged.replies(measure.score).map((reply): Mix => {
    const verdict = judged.verdict(measure.score, reply);
    if (!verdict) return { ...about, outcome: reply.outcome };
    const mix = mixOf(measure, verdict.value, verdict.distribution);
    return mix
      ? { ...about, outcome: reply.outcome, value: 1, mix }
      : { ...about, outcome: 'unparseable' };
  });
}

/** Undefined where the value is none of the categories. */
function mixOf(
  { categories }: Measure,
  value: number | string | undefined,
  given: Readonly<Record<string, number>> | undefined,
): Distribution | undefined {
  const shares = categories.map((one) =>
    given ? (given[String(one.value)] ?? 0) : Number(String(one.value) === String(value)),
  );
  const total = shares.reduce((sum, one) => sum + one, 0);
  return total > 0 ? shares.map((one) => one / total) : undefined;
}

function unitMixes(points: readonly Mix[], { unit }: Measure): Mixes {
  const units = Map.groupBy(points, (point) => unitOf(point, unit));
  return new Map(
    [...units].flatMap(([name, own]) => {
      const mixes = own.flatMap(({ mix }) => (mix ? [mix] : []));
      return mixes.length > 0 ? [[name, meanDistribution(mixes)] as const] : [];
    }),
  );
}

function rowOf(points: readonly [Mix, ...Mix[]], measure: Measure): Row {
  const units = Map.groupBy(
    points.filter(({ mix }) => mix),
    (point) => unitOf(point, measure.unit),
  );
  const shares = measure.categories.flatMap((_, at) => {
    // A judge's share of a category counts as that part of a trial.
    const tallies = [...units.values()].map((own) => ({
      yes: own.reduce((sum, { mix }) => sum + (mix?.[at] ?? 0), 0),
      of: own.length,
    }));
    const found = share(tallies);
    return found ? [{ estimate: found.estimate, interval: found.interval }] : [];
  });
  return {
    ...points[0].key,
    method: 'wilson',
    shares: shares.length > 0 ? shares : undefined,
    units: units.size,
    unit: measure.unit,
    ...ended(points),
  };
}

/** What two rows are compared by: of the units that both have, or else of each one's own. */
interface Sides {
  readonly left: readonly Distribution[];
  readonly right: readonly Distribution[];
  readonly paired: boolean;
}

function sidesOf(a: Mixes, b: Mixes, measure: Measure): Sides {
  const shared = sharedUnits(measure, a, b);
  const paired = shared.length > 0;
  const of = (mixes: Mixes) =>
    paired ? shared.map((name) => mixes.get(name) ?? []) : [...mixes.values()];
  return { left: of(a), right: of(b), paired };
}

const SCALE = [0, 1] as const;

/**
 * The divergence by the jackknife, since that of few items is too large: two samples of one distribution
 * lie apart. Undefined below two units a side.
 */
function divergenceOf({ left, right, paired }: Sides) {
  const found = paired
    ? jackknife([left.map((one, at) => ({ one, other: right[at] ?? [] }))], ([pairs = []]) =>
        jensenShannon(
          meanDistribution(pairs.map(({ one }) => one)),
          meanDistribution(pairs.map(({ other }) => other)),
        ),
      )
    : jackknife([left, right], ([one = [], other = []]) =>
        jensenShannon(meanDistribution(one), meanDistribution(other)),
      );
  if (!found) return undefined;
  const [estimate] = clipped([found.estimate, found.estimate], SCALE);
  return { estimate, interval: clipped(found.interval, SCALE) };
}

function apart(pair: Pair, measure: Measure, a: Mixes, b: Mixes, seed: number): Tested {
  const sides = sidesOf(a, b, measure);
  const { left, right, paired } = sides;
  if (left.length === 0 || right.length === 0) {
    return untested({ ...pair, unit: measure.unit, pairs: 0, verdict: 'too few' });
  }
  const divergence = divergenceOf(sides);
  const relabelled = paired ? swappedDivergence : dealtDivergence;
  const { p, detectable } = relabelled(left, right, random(seed));
  const varies = divergence && divergence.interval[1] > divergence.interval[0];
  const contrast: Contrast = {
    ...pair,
    unit: measure.unit,
    pairs: Math.min(left.length, right.length),
    difference: divergence?.estimate,
    interval: varies ? divergence.interval : undefined,
    p,
    test: 'permutation',
    detectable,
    verdict: 'too few',
  };
  return { contrast, floor: floorOf(left.length, right.length, paired), paired };
}
