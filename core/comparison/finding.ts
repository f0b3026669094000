import type { Contrast, MeasureResult } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { distance } from '../measures/format.ts';
import { ALL_LOST } from '../measures/missing-data.ts';
import { subjectName, unitName } from '../measures/names.ts';
import { predictorOf } from '../probes/predictor.ts';
import { CONTROL_FAILED } from './controls.ts';
import { inReportOrder } from './report-order.ts';
import { basis, differenceText, rowText } from './sentences.ts';

/** More rows than this are left to the table. */
const MOST_ROWS = 6;

/**
 * One sentence, or a few, from the numbers alone. It keeps four cases apart: a difference; none, though
 * the run could have seen one; too few to tell; and not comparable. What the first of them that holds
 * does not cover is said after it.
 */
export function findingOf(plan: Plan, measure: MeasureResult): string {
  const by = (verdict: Contrast['verdict']) =>
    measure.contrasts.filter((one) => one.verdict === verdict);
  const [differences, none, few, apart] = [
    inReportOrder(plan.probe, measure, by('difference')),
    by('none found'),
    by('too few'),
    by('not comparable'),
  ];
  const [told] = differences;
  if (told) {
    const rest = familyText(measure, differences.length) + lostText(few, apart);
    return differenceText(plan, measure, told) + rest;
  }
  if (none.length > 0) return noneText(plan, measure, none) + lostText(few, apart);
  if (few.length > 0) return fewText(few) + lostText([], apart);
  const [first] = apart;
  if (first) return `Not comparable: ${first.reason}${restOnly(first)}.`;
  return estimateText(plan, measure);
}

/** A failed control says something of the whole run, and what was lost only of what is left. */
function restOnly({ reason = '' }: Contrast): string {
  const nothing = reason.startsWith(CONTROL_FAILED) || reason.startsWith(ALL_LOST);
  return nothing ? '' : ', so its figure is about the rest only';
}

function familyText({ contrasts }: MeasureResult, differences: number): string {
  if (contrasts.length < 2) return '';
  const of = (prediction: Contrast['prediction']) =>
    contrasts.filter((one) => one.prediction === prediction).length;
  const [held, against, open] = [of('as predicted'), of('against'), of('open')];
  const all = held + against + open;
  const predicted =
    all < 2
      ? ''
      : `; of ${all} predictions ${held} came out${against > 0 ? ` and ${against} went the other way` : ''}`;
  return ` Of ${contrasts.length} contrasts ${differences} ${differences === 1 ? 'differs' : 'differ'} after correction${predicted}.`;
}

function noneText(plan: Plan, measure: MeasureResult, none: readonly Contrast[]): string {
  const what = WORD_FOR[measure.kind] ?? 'difference';
  const over = none.length > 1 ? ` in any of ${none.length} contrasts` : '';
  const repeats = none[0]?.unit === 'sample' ? ' over repeats of fixed scripts' : '';
  const who = predictorOf(plan.probe);
  const same = none.filter(({ prediction }) => prediction === 'as predicted').length;
  const predicted =
    same === 0
      ? ''
      : same === none.length
        ? `, as ${who} predicts`
        : `; in ${same} of them there is as little as ${who} predicts`;
  return `No ${what} found in “${measure.label}”${over}${repeats}; ${couldSee(measure, none)}${predicted}.`;
}

const WORD_FOR: Readonly<Partial<Record<MeasureResult['kind'], string>>> = {
  trend: 'trend',
  correlation: 'correlation',
};

/** In the contrast that could see least, so that it holds for all of them. */
function couldSee(measure: MeasureResult, none: readonly Contrast[]): string {
  const seen = none.flatMap(({ detectable }) => (detectable === undefined ? [] : [detectable]));
  if (seen.length < none.length) {
    return 'where every pair was alike, what this run could have seen is not known';
  }
  const least = Math.max(...seen);
  if (least >= farthest(measure, none)) return 'this run was too small to see any but by luck';
  const rho = WORD_FOR[measure.kind] === undefined ? '' : 'a rho of ';
  return `this run could have seen ${rho}${distance(least, measure)}`;
}

/** No true difference is larger: two rows lie a scale apart, and a row as far from chance as it can. */
function farthest({ scale: [low, high], chance = low }: MeasureResult, none: readonly Contrast[]) {
  return none.some(({ b }) => b !== undefined) ? high - low : Math.max(high - chance, chance - low);
}

function fewText(few: readonly Contrast[]): string {
  const most = few.reduce((a, b) => (b.pairs > a.pairs ? b : a));
  const [one, many] = [unitName(most.unit, 1), unitName(most.unit, 2)];
  const of = most.unit === 'sample' ? ' of fixed scripts' : '';
  const family = few.length > 1 ? ` in any of ${few.length} contrasts` : '';
  const size =
    most.pairs === 0
      ? `no ${one} has an answer on both sides`
      : `${most.pairs === 1 ? `one ${one}` : `${most.pairs} ${many}`}${of} can’t be significant${family} whatever they say`;
  const enough = Math.max(...few.map(({ needed }) => needed ?? 0));
  return `Too few ${many} to tell: ${size}. ${WORDS[enough] ?? enough} would do.`;
}

const WORDS: Readonly<Record<number, string>> = { 8: 'Eight', 9: 'Nine', 10: 'Ten', 11: 'Eleven' };

/** What the sentence before does not speak of. */
function lostText(few: readonly Contrast[], apart: readonly Contrast[]): string {
  const [first] = apart;
  const lacking =
    few.length > 0 ? ` ${few.length} ${few.length === 1 ? 'has' : 'have'} too few to tell.` : '';
  if (!first) return lacking;
  return `${lacking} ${apart.length} could not be compared: ${first.reason}.`;
}

/** A probe of one condition on one subject compares nothing: it says what it saw. */
function estimateText(plan: Plan, measure: MeasureResult): string {
  const rows = measure.rows.filter((row) => row.estimate !== undefined || row.shares);
  const [first] = rows;
  if (!first) return 'No answer could be scored.';
  const shown = rows.slice(0, MOST_ROWS).map((row) => rowText(plan, measure, row));
  const left = rows.length > shown.length ? `; ${rows.length - shown.length} more below` : '';
  return `${subjectName(plan, first.subjectId)}, ${measure.label}: ${shown.join('; ')}${left}, ${basis(plan, first.units, first.unit)}.`;
}
