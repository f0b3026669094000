import type { Outcome } from '../domain/outcome.ts';
import { plural } from '../text/plural.ts';

/** A run's seed as people quote it, and as `--seed` takes it. */
export function seedText(seed: number): string {
  return `0x${seed.toString(16).padStart(8, '0')}`;
}

const OUTCOME_WORDS: Readonly<Record<Outcome, readonly [string, string]>> = {
  answered: ['answer', 'answers'],
  refused: ['refusal', 'refusals'],
  truncated: ['cut at the token limit', 'cut at the token limit'],
  unparseable: ['unparseable', 'unparseable'],
  failed: ['failed', 'failed'],
};

/** `6 answers, 1 refusal`: every outcome that occurred, in a fixed order. */
export function outcomesText(outcomes: Iterable<Outcome>): string {
  const counts = new Map<Outcome, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const parts = Object.entries(OUTCOME_WORDS).flatMap(([outcome, [one, many]]) => {
    const number = counts.get(outcome as Outcome) ?? 0;
    return number > 0 ? [plural(number, one, many)] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'no answers';
}
