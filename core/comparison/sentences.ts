import type { Contrast, MeasureResult, Row } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { bare, distance } from '../measures/format.ts';
import type { Statement } from '../measures/measure-kind.ts';
import { keyName } from '../measures/names.ts';
import { kindOf, type MeasureKinds } from '../measures/registry.ts';
import { predictorOf } from '../probes/predictor.ts';
import { REJECT_AT } from '../statistics/e-value.ts';

/** Who, which way, how much, how sure, on how many, and what was predicted. */
export function differenceText(statement: Statement, kinds: MeasureKinds): string {
  const { plan, measure, contrast } = statement;
  const clause = kindOf(measure, kinds).words.contrast(statement);
  const beside = `${noiseText(measure, contrast)}${predictionText(plan, contrast)}`;
  return `${clause}${beside}.${evidenceText(contrast)}`;
}

export function rowText(plan: Plan, measure: MeasureResult, row: Row, kinds: MeasureKinds): string {
  const name = keyName(plan, row, plan.subjects.length > 1);
  const figures = kindOf(measure, kinds).words.row(row, measure);
  return `${name === '' ? '' : `${name} `}${figures}`;
}

function predictionText({ probe }: Plan, one: Contrast): string {
  switch (one.prediction) {
    case 'as predicted':
      return `, as ${predictorOf(probe)} predicts`;
    case 'against':
      return `, against what ${predictorOf(probe)} predicts`;
    case 'open':
    case undefined:
      return '';
  }
}

/** A difference says little of a persona where other words for the same thing move it as far. */
function noiseText(
  measure: MeasureResult,
  { paraphraseNoise: noise, difference, interval: ends }: Statement['contrast'],
): string {
  if (noise === undefined) return '';
  const much = distance(noise, measure);
  if (Math.abs(difference) <= noise) return `, no more than mere rewordings move it (${much})`;
  // Only where the whole interval lies further out is it plainly more.
  const isPlain =
    ends !== undefined && ends[0] * ends[1] > 0 && Math.min(...ends.map(Math.abs)) > noise;
  return isPlain
    ? `, more than mere rewordings move it (${much})`
    : `, where mere rewordings move it by ${much}`;
}

function evidenceText({ evidence }: Contrast): string {
  if (!evidence) return '';
  const enough = evidence.total >= REJECT_AT ? 'which is enough' : 'which is not enough';
  return ` On these very items the e-value over all repeats is ${bare(evidence.total, 1)}, ${enough} however often one looked (${REJECT_AT} is the mark).`;
}
