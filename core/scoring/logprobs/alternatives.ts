import type { TokenChoice } from '../../domain/reply.ts';

/** Texts that might have stood at one place, with probabilities, the likeliest first. */
export type Alternatives = readonly (readonly [token: string, probability: number])[];

/** As many as any provider sends. */
const MOST = 20;
/** Providers round, so that a sum may be a little over 1; one that is more is no distribution. */
const LARGEST_SUM = 1.01;

/**
 * Tokens that a provider says might have stood in a token's place, itself among them, at most 20.
 * Undefined where its figures are no probabilities.
 */
export function alternativesAt(place: TokenChoice): Alternatives | undefined {
  const shares = new Map<string, number>();
  for (const { token, logprob } of [...place.top, place]) {
    if (Number.isNaN(logprob) || logprob > 1e-6) return undefined;
    if (!shares.has(token)) shares.set(token, Math.exp(Math.min(0, logprob)));
  }
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  if (sum > LARGEST_SUM) return undefined;
  return [...shares].toSorted(([, a], [, b]) => b - a).slice(0, MOST);
}

/** A token without the spaces around it; some servers write the one before as “Ġ” or “▁”. */
export function bare(token: string): string {
  return token.replace(/^[\sĠ▁]+/, '').trim();
}
