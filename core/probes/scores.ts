import type { ProbeScore } from '../domain/probe.ts';

/** The fields of a score beside those that all have: its scorer's own. */
export function optionsOf({
  id,
  by,
  of,
  against,
  refusals,
  ...own
}: ProbeScore): Readonly<Record<string, unknown>> {
  return own;
}

/** True of a score that looks at the answer to a step. */
export function looksAt(score: { readonly of: string | readonly string[] }, step: string): boolean {
  return [score.of].flat().some((name) => name === 'every' || name === step);
}
