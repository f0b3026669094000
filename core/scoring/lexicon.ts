import { z } from 'zod';
import { defineScorer } from './scorer.ts';
import { around } from './text/spans.ts';
import { ownWords, plainWord, type Word, wordsOf } from './text/tokenise.ts';

/** An answer is read up to here: longer than any that a probe asks for. */
const READ = 20_000;
/** A reason names this many different words. */
const NAMED = 5;

const entry = z
  .string()
  .trim()
  .max(60)
  .refine((text) => wordsOf(text).length === 1 && !/[\s*]/.test(text.replace(/\*$/, '')), {
    error: 'write one word, with a * at its end for all words that begin so',
  });
const list = z.array(entry).min(1).max(500);

const options = z
  .strictObject({
    words: list,
    /** Words whose matches are taken off. Not `against`, which names a condition in every score. */
    less: list.optional(),
  })
  .refine(({ words, less = [] }) => !less.some((word) => words.includes(word)), {
    error: 'a word stands in both lists',
    path: ['less'],
  });

/**
 * How many of 100 words of the answer are on a list, outside quotations; with `less`, how many more
 * than are on that one, so that the value may be negative.
 */
export const scorer = defineScorer({
  name: 'lexicon',
  about: 'how many of 100 words are on a list, outside quotation marks, less those on another',
  gives: 'words in 100, may be < 0',
  fields:
    '`words: [glad, delight*]`; `less: [sad]`, whose matches are taken off; a `*` stands for the rest of a word',
  options,
  needsJudge: false,
  score: async ({ options: { words, less }, answer }) => {
    const text = answer.slice(0, READ);
    const said = ownWords(text);
    if (said.length === 0) {
      return { status: 'unparseable', reason: 'there are no words outside quotation marks' };
    }
    const found = said.filter(listed(words));
    const opposed = less ? said.filter(listed(less)) : [];
    const first = found[0] ?? opposed[0];
    return {
      status: 'scored',
      value: (100 * (found.length - opposed.length)) / said.length,
      reason: [
        `${named(found)} in ${said.length} words`,
        ...(less ? [`less ${named(opposed)}`] : []),
      ].join(', '),
      quote: first && around(text, first),
    };
  },
});

function listed(entries: readonly string[]): (word: Word) => boolean {
  const whole = new Set(entries.filter((one) => !one.endsWith('*')).map(plainWord));
  const begins = entries
    .filter((one) => one.endsWith('*'))
    .map((one) => plainWord(one.slice(0, -1)));
  return ({ plain }) => whole.has(plain) || begins.some((start) => plain.startsWith(start));
}

/** “glad” 2 times, “merry”; or that there are none. */
function named(found: readonly Word[]): string {
  if (found.length === 0) return 'none';
  const counts = new Map<string, number>();
  for (const { plain } of found) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a);
  const names = most
    .slice(0, NAMED)
    .map(([word, times]) => (times === 1 ? `“${word}”` : `“${word}” ${times} times`));
  return [...names, ...(most.length > NAMED ? [`${most.length - NAMED} more`] : [])].join(', ');
}
