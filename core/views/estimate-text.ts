import type { Plan } from '../domain/plan.ts';
import { dollars } from '../text/money.ts';
import { digits, plural } from '../text/plural.ts';

/** The calls and the cost of a plan: calls exactly, the rest about. */
export function estimateText(plan: Plan): string {
  const { trials, calls, judgeCalls, tokensIn, tokensOut, usd } = plan.estimate;
  const thousand = (tokens: number) => `${digits(Math.ceil(tokens / 1000))}k`;
  return [
    plural(trials, 'trial'),
    plan.origin.kind === 'rescore'
      ? `the answers of run ${plan.origin.of}: no subject is asked again`
      : `${plural(calls, 'call')} to ${plural(plan.subjects.length, 'subject')}`,
    ...(judgeCalls > 0
      ? [
          `about ${plural(judgeCalls, 'call')} to ${plan.judges.length > 1 ? 'judges' : 'the judge'}`,
        ]
      : []),
    `about ${thousand(tokensIn)} tokens in and ${thousand(tokensOut)} out`,
    usd === undefined ? 'price unknown' : `about ${dollars(usd)}`,
  ].join(' · ');
}
