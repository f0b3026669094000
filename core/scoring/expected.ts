import { RE2JS } from 're2js';
import { z } from 'zod';
import { quoted } from '../text/quoted.ts';
import { defineScorer } from './scorer.ts';
import { around } from './text/spans.ts';

/** An answer is read up to here: longer than any that a probe asks for. */
const READ = 20_000;

const check = z
  .strictObject({
    is: z.enum(['contains', 'equals', 'starts-with', 'matches']),
    /** One of these is enough. */
    any: z.array(z.string().min(1).max(2000)).min(1).max(50),
    /** Turns the check round. */
    not: z.boolean().default(false),
    /** True where capital and small letters differ. */
    exact: z.boolean().default(false),
  })
  .refine(({ is, any }) => is !== 'matches' || any.every(isPattern), {
    error: 'not a regular expression that RE2 knows',
  });
export type Check = z.input<typeof check>;

const options = z.strictObject({
  /** By item. An item that is not named expects nothing. */
  expect: z.record(z.string(), z.array(check).min(1).max(50)),
});

/**
 * 1 where the answer passes every check of its own item, else 0. Patterns run in RE2, whose time is
 * linear, since an imported pattern is as little trusted as the answer.
 */
export const scorer = defineScorer({
  name: 'expected',
  about: 'whether the answer holds the words or the pattern that its own item expects',
  gives: '1 or 0',
  fields:
    '`expect: { <item>: [{ is, any, not, exact }] }`; `is` is `contains`, `equals`, `starts-with` or `matches`, a pattern of RE2',
  options,
  needsJudge: false,
  score: async ({ options: { expect }, item, answer }) => {
    const checks = Object.hasOwn(expect, item.id) ? (expect[item.id] ?? []) : [];
    const text = answer.slice(0, READ);
    const failed = checks.find((one) => passes(one, text) === one.not);
    if (failed) {
      const what = `${failed.not ? 'not ' : ''}${failed.is} ${failed.any.map((text) => quoted(text, 60)).join(' or ')}`;
      return { status: 'scored', value: 0, reason: `fails: ${what}` };
    }
    const reason = checks.length === 0 ? 'nothing is expected of this item' : 'all checks pass';
    return { status: 'scored', value: 1, reason, quote: shownFor(checks, text) };
  },
});

/** True of a source that RE2 takes: it has neither look-around nor back references. */
export function isPattern(source: string): boolean {
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}

type Checked = z.infer<typeof check>;

function passes(one: Checked, text: string): boolean {
  return one.any.some((wanted) => {
    if (one.is === 'matches') {
      return RE2JS.compile(wanted, one.exact ? 0 : RE2JS.CASE_INSENSITIVE)
        .matcher(text)
        .find();
    }
    const [have, want] = [text, wanted].map((each) => (one.exact ? each : each.toLowerCase()));
    if (have === undefined || want === undefined) return false;
    if (one.is === 'equals') return have.trim() === want.trim();
    return one.is === 'contains' ? have.includes(want) : have.trimStart().startsWith(want);
  });
}

/** The words around the first text that was looked for and stands in the answer as it is written. */
function shownFor(checks: readonly Checked[], text: string): string | undefined {
  const wanted = checks
    .filter(({ is, not }) => is === 'contains' && !not)
    .flatMap(({ any }) => any);
  const start = wanted.map((each) => text.indexOf(each)).find((at) => at >= 0);
  if (start === undefined) return undefined;
  const length = wanted.find((each) => text.startsWith(each, start))?.length ?? 0;
  return around(text, { start, end: start + length });
}
