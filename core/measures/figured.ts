import type { Contrast, Row } from '../domain/comparison.ts';
import type { Figured } from '../domain/measure.ts';
import { cronbachAlpha } from '../statistics/cronbach.ts';
import { mean } from '../statistics/mean.ts';
import { seedFrom } from '../statistics/random.ts';
import type { Computed, Data } from './data.ts';
import { againstChance, differenceOf, floorAgainst } from './difference.ts';
import { evidenceFor } from './evidence.ts';
import { bare, percent } from './format.ts';
import { missingDataReason } from './missing-data.ts';
import { type Pair, pairsOf } from './pairs.ts';
import type { Point } from './points.ts';
import {
  byRow,
  inPlanOrder,
  keyText,
  rowOf,
  scaleOf,
  sharedUnits,
  type Units,
  unitsOf,
} from './rows.ts';
import { floorOf, type Tested, untested } from './tested.ts';

/** Shares and means: an estimate a row, and the declared pairs of rows against each other. */
export function figured(data: Data, measure: Figured): Computed {
  const { plan } = data;
  const { points } = data.figure(measure.id);
  const pointsByRow = byRow(points);
  const rows = [...pointsByRow.values()]
    .map((own) => rowOf(own, measure))
    .toSorted(inPlanOrder(plan));
  const each = measure.kind === 'mean' && measure.over === 'each';
  return {
    format: measure.kind === 'share' || measure.rescale ? 'percent' : 'number',
    per: measure.kind === 'mean' && measure.over === 'slope' ? 'turn' : undefined,
    scale: scaleOf(measure),
    chance: measure.chance,
    rows,
    tested: each || data.partial ? [] : testedOf(data, measure, pointsByRow, rows),
    notes: [
      ...(measure.kind === 'mean' && measure.alpha ? alphaNotes(points) : []),
      ...massNotes(plan, measure, points),
    ],
  };
}

function testedOf(
  { plan }: Data,
  measure: Figured,
  points: ReadonlyMap<string, readonly Point[]>,
  rows: readonly Row[],
): readonly Tested[] {
  const rowByKey = new Map(rows.map((row) => [keyText(row), row]));
  const groups = [...new Set(rows.map((row) => row.group))];
  return pairsOf(plan, measure, groups).flatMap((pair): Tested[] => {
    const sides = [pair.a, ...(pair.b ? [pair.b] : [])].map((key) => {
      const row = rowByKey.get(keyText(key));
      return row && { row, units: unitsOf(points.get(keyText(key)) ?? [], measure) };
    });
    const [a, b] = sides;
    if (!a || (pair.b && !b)) return [];
    const lost = [a, b].flatMap((side) =>
      side ? (missingDataReason(plan, side.row) ?? []) : [],
    )[0];
    const seed = seedFrom(plan.seed, measure.id, keyText(pair.a), pair.b ? keyText(pair.b) : '');
    if (lost !== undefined) {
      const pairs = b ? sharedUnits(measure, a.units, b.units).length : a.units.size;
      return [
        untested({ ...pair, unit: measure.unit, pairs, verdict: 'not comparable', reason: lost }),
      ];
    }
    return [
      b
        ? between(plan.evidence, pair, measure, a.units, b.units, seed)
        : alone(plan.evidence, pair, measure, a.units, seed),
    ];
  });
}

type Evidence = Data['plan']['evidence'];

function between(
  evidence: Evidence,
  pair: Pair,
  measure: Figured,
  a: Units,
  b: Units,
  seed: number,
): Tested {
  const shared = sharedUnits(measure, a, b);
  const { signs, ...difference } = differenceOf(a, b, shared, measure, seed);
  const paired = shared.length > 0;
  const [sizeA, sizeB] = paired ? [shared.length, shared.length] : [a.size, b.size];
  const contrast: Contrast = {
    ...pair,
    unit: measure.unit,
    pairs: Math.min(sizeA, sizeB),
    ...difference,
    verdict: 'too few',
  };
  return {
    contrast: { ...contrast, evidence: evidenceFor(evidence, measure.id, contrast, signs) },
    floor: floorOf(sizeA, sizeB, paired),
    paired,
  };
}

function alone(
  evidence: Evidence,
  pair: Pair,
  measure: Figured,
  units: Units,
  seed: number,
): Tested {
  const { chance = 0 } = measure;
  const { signs, ...difference } = againstChance(units, measure, chance, seed);
  const contrast: Contrast = {
    ...pair,
    unit: measure.unit,
    pairs: units.size,
    ...difference,
    verdict: 'too few',
  };
  return {
    contrast: { ...contrast, evidence: evidenceFor(evidence, measure.id, contrast, signs) },
    floor: floorAgainst(units.size, measure, chance),
    paired: true,
    least: (alpha) => {
      let least = 2;
      while (floorAgainst(least, measure, chance) > alpha) least += 1;
      return least;
    },
  };
}

/** How much of the probability lay on the words whose odds a score is, where it was not a judge's. */
function massNotes(
  { judged }: Data['plan'],
  measure: Figured,
  points: readonly Point[],
): readonly string[] {
  if (measure.kind !== 'mean' || judged.includes(measure.score)) return [];
  const masses = points.flatMap(({ mass }) => mass ?? []);
  if (masses.length === 0) return [];
  const least = percent(Math.min(...masses));
  return [
    `${percent(mean(masses))} of the probability lay on the words asked for (at least ${least}).`,
  ];
}

/** Fewer frames than this say nothing of how the items of a group go together. */
const LEAST_FRAMES = 3;

/** Cronbach's alpha of each group, over the frames (subject and condition) that were asked. */
function alphaNotes(points: readonly Point[]): readonly string[] {
  const groups = Map.groupBy(points, ({ key }) => key.group ?? '');
  return [...groups].flatMap(([group, own]) => {
    const items = [...new Set(own.map(({ item }) => item))];
    const frames = [...Map.groupBy(own, ({ key }) => `${key.subjectId} ${key.condition}`).values()];
    const table = frames.map((frame) =>
      items.map((item) =>
        mean(frame.flatMap((one) => (one.item === item ? (one.value ?? []) : []))),
      ),
    );
    const whole = table.filter((row) => row.every(Number.isFinite));
    const alpha = whole.length < LEAST_FRAMES ? undefined : cronbachAlpha(whole);
    const name = group === '' ? 'the items' : group;
    return alpha === undefined
      ? []
      : [
          `Alpha of ${name} over ${whole.length} frames: ${bare(alpha, 2)} (${items.length} items).`,
        ];
  });
}
