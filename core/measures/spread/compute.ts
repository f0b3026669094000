import type { Row } from '../../domain/comparison.ts';
import { bootstrap } from '../../statistics/bootstrap.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { type VarianceParts, varianceParts } from '../../statistics/repeats.ts';
import type { Compute } from '../data.ts';
import { bare } from '../format.ts';
import { conditionName, subjectName } from '../names.ts';
import { byRow, ended, inPlanOrder, unitsOf } from '../rows.ts';

/**
 * How much of a measure's variance lies between items: the intraclass correlation of one sample, with a
 * bootstrap interval over items. What is left lies between samples of one item.
 */
export const spread: Compute<'spread'> = (data, measure) => {
  const { plan } = data;
  const { measure: of, points } = data.figure(measure.of);
  const found = [...byRow(points).values()].map((own) => {
    const units = [...unitsOf(own, of).values()];
    const parts = varianceParts(units);
    const seed = seedFrom(plan.seed, measure.id, own[0].key.subjectId, own[0].key.condition ?? '');
    const interval = bootstrap(units, (drawn) => shareOf(varianceParts(drawn)) ?? 0, random(seed));
    const row: Row = {
      ...own[0].key,
      estimate: shareOf(parts),
      interval,
      method: interval ? 'bootstrap' : 'none',
      units: units.length,
      unit: of.unit,
      ...ended(own),
    };
    return { row, parts };
  });
  return {
    format: 'percent',
    scale: [0, 1],
    rows: found.map(({ row }) => row).toSorted(inPlanOrder(plan)),
    tested: [],
    notes: found.flatMap(({ row, parts }) => {
      const where = [
        ...(plan.subjects.length > 1 ? [subjectName(plan, row.subjectId)] : []),
        ...(plan.probe.conditions.length > 1 && row.condition !== undefined
          ? [conditionName(plan, row.condition)]
          : []),
      ].join(' · ');
      return parts ? [`${where === '' ? '' : `${where}: `}${advice(parts)}`] : [];
    }),
  };
};

function shareOf(parts: VarianceParts | undefined): number | undefined {
  if (!parts) return undefined;
  const all = parts.between + parts.within;
  return all > 0 ? parts.between / all : undefined;
}

/** How much narrower an interval gets with more samples of each item (Miller 2024, section 3). */
function advice({ between, within }: VarianceParts): string {
  const width = (samples: number) => Math.sqrt(between + within / samples);
  const narrower = (samples: number) => {
    const share = 1 - width(samples) / width(1);
    return Number.isFinite(share) ? Math.round(100 * share) : 0;
  };
  const [sdBetween, sdWithin] = [Math.sqrt(between), Math.sqrt(within)];
  return (
    `standard deviation ${bare(sdBetween, 2)} between items and ${bare(sdWithin, 2)} between samples of one; ` +
    `2 samples of each item make an interval ${narrower(2)} % narrower, 5 samples ${narrower(5)} %.`
  );
}
