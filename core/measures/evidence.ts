import type { ComparedRows, Comparison, ContrastTest } from '../domain/comparison.ts';
import { eValue } from '../statistics/e-value.ts';
import type { Tally } from '../statistics/share.ts';
import { keyText } from './rows.ts';

/** Names a contrast over all repeats of a run. */
export function contrastKey(measure: string, { a, b }: Pick<ComparedRows, 'a' | 'b'>): string {
  return [measure, keyText(a), b ? keyText(b) : ''].join('\u0001');
}

/**
 * The e-value of a contrast from the signs of its items' differences, each a coin's toss under the null,
 * times what the runs before it had. Fresh samples make the product valid however often one looked and
 * asked for more: it speaks of these items. Undefined where nothing moved either way or no units pair.
 * @param before the e-values that the run's plan carries of the runs that it repeats.
 */
export function evidenceFor(
  before: Readonly<Record<string, number>> | undefined,
  measure: string,
  contrast: Pick<ComparedRows, 'a' | 'b'>,
  signs: Tally | undefined,
): ContrastTest['evidence'] {
  if (!signs) return undefined;
  const e = signs.of === 0 ? 1 : eValue(signs, 0.5);
  const earlier = before?.[contrastKey(measure, contrast)];
  return { e, total: earlier === undefined ? e : e * earlier };
}

/** The evidence that a repeat of this run carries on: the product of e-values so far, by contrast. */
export function evidenceOf({ measures }: Comparison): Readonly<Record<string, number>> {
  return Object.fromEntries(
    measures.flatMap(({ id, contrasts }) =>
      contrasts.flatMap((one) =>
        one.evidence ? [[contrastKey(id, one), one.evidence.total]] : [],
      ),
    ),
  );
}
