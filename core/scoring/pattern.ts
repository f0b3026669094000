import { z } from 'zod';
import { defineScorer } from './scorer.ts';
import { safePattern } from './text/safe-pattern.ts';
import { around, overlaps, quotedSpans, spansOf, wordsApart } from './text/spans.ts';

/** An answer is read up to here: longer than any that a probe asks for. */
const READ = 20_000;

const options = z.strictObject({
  pattern: safePattern,
  /** The match counts only where this also matches, at most `within` words away. */
  near: z.strictObject({ pattern: safePattern, within: z.int().min(1).max(50) }).optional(),
  /** True where a match within quotation marks counts too. */
  quoted: z.boolean().default(false),
});

/** 1 where the pattern occurs in the answer, with the words around the first place; else 0. */
export const scorer = defineScorer({
  name: 'pattern',
  about: 'whether certain words occur, outside quotation marks, perhaps near certain others',
  gives: '1 or 0',
  fields: '`pattern`; `near: { pattern, within }` in words; `quoted: true` to count quotations too',
  options,
  needsJudge: false,
  score: async ({ options: { pattern, near, quoted }, answer }) => {
    const text = answer.slice(0, READ);
    const excluded = quoted ? [] : quotedSpans(text);
    const own = (source: RegExp) =>
      spansOf(source, text).filter((span) => !excluded.some((quote) => overlaps(span, quote)));
    const partners = near ? own(near.pattern) : [];
    const found = own(pattern).find(
      (span) => !near || partners.some((other) => wordsApart(text, span, other) <= near.within),
    );
    if (!found) return { status: 'scored', value: 0, reason: 'the words do not occur' };
    const match = text.slice(found.start, found.end);
    return { status: 'scored', value: 1, reason: `“${match}” occurs`, quote: around(text, found) };
  },
});
