import type { ComparedRows, EmptyRow, EstimatedRow, Row } from '../domain/comparison.ts';
import { unique } from '../domain/unique.ts';
import { known } from '../statistics/lists.ts';
import { meanIfAny } from '../statistics/mean.ts';
import { seedFrom } from '../statistics/random.ts';
import type { Computed, Data, FigurePoints } from './data.ts';
import { evidenceFor } from './evidence.ts';
import type { Found } from './figure-kind.ts';
import { missingData } from './missing-data.ts';
import { type Pair, pairsOf } from './pairs.ts';
import type { Point } from './points.ts';
import { byRow, ended, inPlanOrder, keyText, sharedUnits, type Units, unitsOf } from './rows.ts';
import { fewest, floorOf, needsOf, type UncorrectedContrast } from './uncorrected.ts';

/** A measure that gives each trial a number: an estimate a row, and the declared pairs of rows. */
export function computeFigure(data: Data, about: FigurePoints, isCompared: boolean): Computed {
  const { plan } = data;
  const { measure, figure, points } = about;
  const sides = [...byRow(points).values()]
    .map((own) => sideOf(own, about))
    .toSorted((a, b) => inPlanOrder(plan)(a.row, b.row));
  return {
    ...figure.form(measure),
    chance: measure.chance,
    rows: sides.map(({ row }) => row),
    contrasts: isCompared && !data.partial ? contrastsOf(data, about, sides) : [],
    notes: figure.notes(points, measure, plan),
  };
}

/** A row with the values that it was estimated from. */
interface Side {
  readonly row: Row;
  readonly units: Units;
}

function sideOf(points: readonly [Point, ...Point[]], { measure, figure }: FigurePoints): Side {
  const units = unitsOf(points, measure);
  const about: EmptyRow = {
    ...points[0].key,
    method: figure.method,
    mass: meanIfAny(points.flatMap(({ mass }) => (mass === undefined ? [] : [mass]))),
    units: units.size,
    unit: measure.unit,
    ...ended(points),
  };
  if (units.size === 0) return { row: about, units };
  const row: EstimatedRow = { ...about, ...figure.estimate([...units.values()], measure) };
  return { row, units };
}

function contrastsOf(
  { plan }: Data,
  about: FigurePoints,
  sides: readonly Side[],
): readonly UncorrectedContrast[] {
  const { measure } = about;
  const byKey = new Map(sides.map((side) => [keyText(side.row), side]));
  const groups = unique(sides.map(({ row }) => row.group));
  return pairsOf(plan, measure, groups).flatMap((pair): UncorrectedContrast[] => {
    const [a, b] = [byKey.get(keyText(pair.a)), pair.b && byKey.get(keyText(pair.b))];
    if (!a || (pair.b && !b)) return [];
    const missing = missingData(plan, a.row) ?? (b && missingData(plan, b.row));
    if (missing) {
      const pairs = b ? sharedUnits(measure, a.units, b.units).length : a.units.size;
      const rows = { ...pair, unit: measure.unit, pairs };
      return [{ state: 'not comparable', rows, ...missing }];
    }
    const seed = seedFrom(plan.seed, measure.id, keyText(pair.a), pair.b ? keyText(pair.b) : '');
    const { contrast, signs } = b
      ? between(pair, about, a.units, b.units, seed)
      : alone(pair, about, a.units, seed);
    if (contrast.state !== 'tested') return [contrast];
    // An e-value is for repeats: a first run was looked at once.
    const evidence = plan.evidence && evidenceFor(plan.evidence, measure.id, pair, signs);
    return [{ ...contrast, found: { ...contrast.found, evidence } }];
  });
}

interface Tried {
  readonly contrast: UncorrectedContrast;
  readonly signs?: Found['signs'];
}

/** Paired by item where the rows share items. */
function between(pair: Pair, about: FigurePoints, a: Units, b: Units, seed: number): Tried {
  const { measure } = about;
  const shared = sharedUnits(measure, a, b).length;
  const isPaired = shared > 0;
  const [sizeA, sizeB] = isPaired ? [shared, shared] : [a.size, b.size];
  const rows: ComparedRows = { ...pair, unit: measure.unit, pairs: Math.min(sizeA, sizeB) };
  const needs = needsOf(isPaired);
  const found = differenceOf(about, a, b, seed);
  if (!found) return { contrast: { state: 'too few', rows, needs } };
  const { signs, ...test } = found;
  const floor = floorOf(sizeA, sizeB, isPaired);
  return { contrast: { state: 'tested', rows, found: test, floor, needs }, signs };
}

/** How the values of two rows differ. Undefined where a side has none. @param seed for the tests that draw. */
export function differenceOf(
  { measure, figure }: FigurePoints,
  a: Units,
  b: Units,
  seed: number,
): Found | undefined {
  const shared = sharedUnits(measure, a, b);
  if (shared.length > 0) {
    const of = (units: Units) => shared.map((name) => known(units, name));
    return figure.paired(of(a), of(b), measure, seed);
  }
  if (a.size === 0 || b.size === 0) return undefined;
  return figure.unpaired([...a.values()], [...b.values()], measure, seed);
}

function alone(pair: Pair, { measure, figure }: FigurePoints, units: Units, seed: number): Tried {
  const { chance } = measure;
  if (chance === undefined) throw new Error(`${measure.id} is held against no chance`);
  const rows: ComparedRows = { ...pair, unit: measure.unit, pairs: units.size };
  const floor = (many: number) => figure.floorAgainst(many, chance);
  const needs = fewest(floor);
  if (units.size === 0) return { contrast: { state: 'too few', rows, needs } };
  const { signs, ...test } = figure.againstChance([...units.values()], chance, measure, seed);
  return {
    contrast: { state: 'tested', rows, found: test, floor: floor(units.size), needs },
    signs,
  };
}
