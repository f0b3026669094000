import type { Agreement, Comparison, JudgeReport } from '../domain/comparison.ts';
import { bare } from '../measures/format.ts';
import { listAnd } from '../text/plural.ts';

/** Who judged, how far each agreed with itself and with the others, and whether length alone tells the score. */
export function judgedText({ judges, agreement, lengths }: Comparison): readonly string[] {
  if (judges.length === 0) return ['scored without a judge'];
  return [
    `judged by ${listAnd(judges.map(reportText))}`,
    ...agreement.map(agreementText),
    ...(lengths === undefined ? [] : [`length and score: rho ${bare(lengths, 2)}`]),
  ];
}

function reportText({ model, seconds, agreed, spread }: JudgeReport): string {
  if (seconds === 0) return model;
  const apart = spread === undefined ? '' : `, spread ${bare(spread, 1)}`;
  return `${model} (agreed with its second look ${agreed} of ${seconds}${apart})`;
}

function agreementText({ score, answers, measure, value }: Agreement): string {
  const said = value === undefined ? 'unknown' : bare(value, 2);
  return `${measure} of ${score}: ${said} over ${answers}`;
}
