import { inReportOrder } from '../../comparison/report-order.ts';
import type { Contrast, MeasureResult } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { bare, distance, interval, rounded } from '../../measures/format.ts';
import { colourOfSubject } from '../../measures/names.ts';
import { contrastName } from '../row-names.ts';
import type { TableBlock, TableRow } from '../view.ts';
import { numberHead } from './cells.ts';

/** The contrasts of a measure, in the order of its finding. Undefined where it compares nothing. */
export function differencesTable(plan: Plan, measure: MeasureResult): TableBlock | undefined {
  const { contrasts, label } = measure;
  if (contrasts.length === 0) return undefined;
  const family = contrasts.length > 1 ? `, p corrected for all ${contrasts.length}` : '';
  const extra = extraColumns(measure);
  return {
    kind: 'table',
    caption: `Differences in “${label}”${family}`,
    header: [
      { text: 'contrast', align: 'left' },
      ...['difference', '95 % interval', 'p', 'could have seen'].map(numberHead),
      ...extra.map(({ text }) => numberHead(text)),
      { text: plan.probe.psm.view === undefined ? 'PSM' : 'view', align: 'left' },
    ],
    rows: inOrder(plan, measure).map((contrast) => differenceRow(plan, measure, contrast, extra)),
  };
}

/** The differences that were found, and then the others, each in the order of the report. */
function inOrder({ probe }: Plan, measure: MeasureResult): readonly Contrast[] {
  const [found, others] = [true, false].map((differs) =>
    measure.contrasts.filter(({ verdict }) => (verdict === 'difference') === differs),
  );
  return [
    ...inReportOrder(probe, measure, found ?? []),
    ...inReportOrder(probe, measure, others ?? []),
  ];
}

interface ExtraColumn {
  readonly text: string;
  readonly cell: (one: Contrast) => string;
}

/** Columns that only some probes and repeats have something for. */
function extraColumns(measure: MeasureResult): readonly ExtraColumn[] {
  const { contrasts } = measure;
  const columns: (ExtraColumn & { readonly there: boolean })[] = [
    {
      text: 'effect',
      there: contrasts.some(({ effect }) => effect),
      cell: ({ effect }) => (effect ? `${effect.kind} ${bare(effect.value, 2)}` : '–'),
    },
    {
      text: 'rewordings',
      there: contrasts.some(({ paraphraseNoise }) => paraphraseNoise !== undefined),
      cell: ({ paraphraseNoise: noise }) => (noise === undefined ? '–' : distance(noise, measure)),
    },
    {
      text: 'e-value',
      there: contrasts.some(({ evidence }) => evidence),
      cell: ({ evidence }) => (evidence ? bare(evidence.total, 1) : '–'),
    },
  ];
  return columns.filter(({ there }) => there);
}

/** Short, since the column stands beside seven others. */
const STANDS = { 'as predicted': 'agrees', against: 'against', open: 'open' } as const;

function differenceRow(
  plan: Plan,
  measure: MeasureResult,
  one: Contrast,
  extra: readonly ExtraColumn[],
): TableRow {
  const colour = colourOfSubject(plan, one.a.subjectId);
  const name = contrastName(plan, one);
  if (one.difference === undefined) {
    return { colour, cells: [name, 'not compared', '–', '–', '–', ...extra.map(() => '–'), '–'] };
  }
  return {
    colour,
    cells: [
      name,
      signed(one.difference, measure),
      one.interval ? interval(one.interval, measure) : 'unknown',
      one.adjusted === undefined ? `too few (${one.pairs})` : pText(one.adjusted),
      detectableText(one.minimumDetectableEffect, measure),
      ...extra.map(({ cell }) => cell(one)),
      one.prediction === undefined ? '–' : STANDS[one.prediction],
    ],
  };
}

/** A difference that rounds to nothing has no direction. */
function signed(difference: number, measure: MeasureResult): string {
  const sign = rounded(difference, measure) === 0 ? '' : difference < 0 ? '−' : '+';
  return `${sign}${distance(difference, measure)}`;
}

/** More than the scale is wide means that the run could have seen nothing at all. */
function detectableText(effect: number | undefined, measure: MeasureResult): string {
  if (effect === undefined) return 'unknown';
  const [low, high] = measure.scale;
  return effect > high - low ? 'nothing' : distance(effect, measure);
}

function pText(p: number): string {
  return p < 0.001 ? '< .001' : p.toFixed(3).replace(/^0/, '');
}
