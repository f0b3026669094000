import { z } from 'zod';
import { LANGUAGES } from './language/codes.ts';
import { detectLanguage } from './language/detect.ts';
import { defineScorer } from './scorer.ts';
import { quotedSpans } from './text/spans.ts';

/** So much of an answer tells its language. */
const READ = 5_000;
/** Fewer letters than this are a word or two, which many languages share. */
const LEAST_LETTERS = 8;
const SHOWN = 80;

const options = z.strictObject({
  /** The languages that the answer may be expected in; short answers are better told among few. */
  among: z.array(z.enum(LANGUAGES)).min(2).max(LANGUAGES.length).optional(),
});

/**
 * The language of the answer, without what it quotes, as an ISO 639-1 code. One that is not `among`
 * those expected is named all the same; what cannot be told is unparseable, never a guess.
 */
export const scorer = defineScorer({
  name: 'language',
  about: 'which language the answer is in, outside quotation marks',
  gives: 'an ISO 639-1 code',
  fields: '`among: [en, de]`, the languages that are expected',
  options,
  needsJudge: false,
  score: async ({ options: { among }, answer }) => {
    const whole = answer.slice(0, READ);
    const own = betweenQuotes(whole);
    // Some models put all that they say into quotation marks.
    const parts = letters(own.join('')) >= LEAST_LETTERS ? own : [whole];
    const text = parts.join(' ');
    if (letters(text) < LEAST_LETTERS) {
      return { status: 'unparseable', reason: 'too few letters to tell the language' };
    }
    const language = (among && (await detectLanguage(text, among))) ?? (await detectLanguage(text));
    if (language === undefined) {
      return { status: 'unparseable', reason: 'the language cannot be told from these words' };
    }
    const unexpected = among && !among.some((code) => code === language);
    return {
      status: 'scored',
      value: language,
      reason: `the words are those of “${language}”${unexpected ? ', which is none of those expected' : ''}`,
      quote: firstWords(parts),
    };
  },
});

function betweenQuotes(text: string): readonly string[] {
  const quotes = quotedSpans(text);
  const starts = [0, ...quotes.map(({ end }) => end)];
  return starts.map((from, index) => text.slice(from, quotes[index]?.start));
}

/** The beginning of the first line with a letter on it. */
function firstWords(parts: readonly string[]): string | undefined {
  const lines = parts.flatMap((part) => part.split('\n'));
  return lines
    .find((line) => letters(line) > 0)
    ?.trim()
    .slice(0, SHOWN)
    .trim();
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
