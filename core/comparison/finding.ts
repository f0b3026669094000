import type { Contrast, MeasureResult } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { subjectName, unitName } from '../measures/names.ts';
import { kindOf, type MeasureKinds } from '../measures/registry.ts';
import { basis } from '../measures/words.ts';
import { predictorOf } from '../probes/predictor.ts';
import { inReportOrder } from './report-order.ts';
import { differenceText, rowText } from './sentences.ts';

/** More rows than this are left to the table. */
const MOST_ROWS = 6;

type With<Verdict extends Contrast['verdict']> = Extract<Contrast, { verdict: Verdict }>;
type Decided = Extract<Contrast, { adjusted: number }>;

/**
 * One sentence, or a few, from the numbers alone. It keeps four cases apart: a difference; none, though
 * the run could have seen one; too few to tell; and not comparable. The first of them that holds comes
 * first, and the contrasts that it does not cover after it.
 */
export function findingOf(plan: Plan, measure: MeasureResult, kinds: MeasureKinds): string {
  const { contrasts } = measure;
  const decided = contrasts.filter((one) => one.adjusted !== undefined);
  const differences = decided.filter(({ verdict }) => verdict === 'difference');
  const none = decided.filter(({ verdict }) => verdict === 'none found');
  const few = contrasts.filter((one) => one.verdict === 'too few');
  const incomparable = contrasts.filter((one) => one.verdict === 'not comparable');
  const [first] = inReportOrder(plan.probe, measure, differences);
  if (first) {
    const rest = declaredText(measure, differences.length) + restText(few, incomparable);
    return differenceText({ plan, measure, contrast: first }, kinds) + rest;
  }
  if (none.length > 0) return noneText(plan, measure, none, kinds) + restText(few, incomparable);
  if (few.length > 0) return fewText(few) + restText([], incomparable);
  const [unlike] = incomparable;
  if (unlike) {
    const about = unlike.isPartial ? ', so its figure is about the rest only' : '';
    return `Not comparable: ${unlike.reason}${about}.`;
  }
  return estimateText(plan, measure, kinds);
}

function declaredText({ contrasts }: MeasureResult, differences: number): string {
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

function noneText(
  plan: Plan,
  measure: MeasureResult,
  none: readonly Decided[],
  kinds: MeasureKinds,
): string {
  const { noun } = kindOf(measure, kinds).words;
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
  return `No ${noun} found in “${measure.label}”${over}${repeats}; ${couldSee(measure, none, kinds)}${predicted}.`;
}

/** In the contrast that could see least, so that it holds for all of them. */
function couldSee(measure: MeasureResult, none: readonly Decided[], kinds: MeasureKinds): string {
  const seen = none.flatMap(({ minimumDetectableEffect: effect }) =>
    effect === undefined ? [] : [effect],
  );
  if (seen.length < none.length) {
    return 'where every pair was alike, what this run could have seen is not known';
  }
  const least = Math.max(...seen);
  if (least >= farthest(measure, none)) return 'this run was too small to see any but by luck';
  return `this run could have seen ${kindOf(measure, kinds).words.size(least, measure)}`;
}

/** No true difference is larger: two rows lie a scale apart, and a row as far from chance as it can. */
function farthest({ scale: [low, high], chance = low }: MeasureResult, none: readonly Contrast[]) {
  return none.some(({ b }) => b !== undefined) ? high - low : Math.max(high - chance, chance - low);
}

function fewText(few: readonly With<'too few'>[]): string {
  const most = few.reduce((a, b) => (b.pairs > a.pairs ? b : a));
  const [one, many] = [unitName(most.unit, 1), unitName(most.unit, 2)];
  const of = most.unit === 'sample' ? ' of fixed scripts' : '';
  const among = few.length > 1 ? ` in any of ${few.length} contrasts` : '';
  const size =
    most.pairs === 0
      ? `no ${one} has an answer on both sides`
      : `${most.pairs === 1 ? `one ${one}` : `${most.pairs} ${many}`}${of} can’t be significant${among} whatever they say`;
  const enough = Math.max(...few.map(({ needed }) => needed));
  return `Too few ${many} to tell: ${size}. ${WORDS[enough] ?? enough} would do.`;
}

const WORDS: Readonly<Record<number, string>> = { 8: 'Eight', 9: 'Nine', 10: 'Ten', 11: 'Eleven' };

/** The contrasts of which the sentence before does not speak. */
function restText(few: readonly Contrast[], incomparable: readonly With<'not comparable'>[]) {
  const [first] = incomparable;
  const lacking =
    few.length > 0 ? ` ${few.length} ${few.length === 1 ? 'has' : 'have'} too few to tell.` : '';
  if (!first) return lacking;
  return `${lacking} ${incomparable.length} could not be compared: ${first.reason}.`;
}

/** A probe of one condition on one subject compares nothing: its rows alone. */
function estimateText(plan: Plan, measure: MeasureResult, kinds: MeasureKinds): string {
  const rows = measure.rows.filter((row) => row.estimate !== undefined || row.shares);
  const [first] = rows;
  if (!first) return 'No answer could be scored.';
  const shown = rows.slice(0, MOST_ROWS).map((row) => rowText(plan, measure, row, kinds));
  const left = rows.length > shown.length ? `; ${rows.length - shown.length} more below` : '';
  return `${subjectName(plan, first.subjectId)}, ${measure.label}: ${shown.join('; ')}${left}, ${basis(plan, first.units, first.unit)}.`;
}
