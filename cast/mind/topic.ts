import { z } from 'zod';
import { castFile, loadYaml, plain } from '../load.ts';

const list = z.string().transform((text) => new Set(text.split(/\s+/)));
const WORDS = loadYaml(
  castFile('tables/words.yaml'),
  z.strictObject({ small: list, beforeVerb: list, goals: list }),
);

function gerund(verb: string): string {
  const word = verb.toLowerCase();
  if (/ing$/.test(word) && word.length > 5) return word;
  if (/[^e]ed$/.test(word) && word.length > 4) return `${word.slice(0, -2)}ing`;
  if (/ie$/.test(word)) return `${word.slice(0, -2)}ying`;
  if (/[^aeioye]e$/.test(word) || /[aiou][^aeiou]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  if (/^(?:[^aeiou]*|qu)[aeiou][bdgmnprt]$/.test(word)) return `${word}${word.slice(-1)}ing`;
  return `${word}ing`;
}

/** “your dog died”, “the bridge collapsed”: the verb is no part of the noun phrase. */
const ENDS_RUN = /(?:ed|died|left)$/i;

/** Words before a noun, as the one who answers says them. */
const ARTICLES = new Map([
  ['my', 'your'],
  ['your', 'my'],
  ['a', 'a'],
  ['an', 'an'],
  ['the', 'the'],
  ['this', 'the'],
]);

interface Word {
  readonly text: string;
  /** Punctuation stood after it. */
  readonly stops: boolean;
}

function wordsOf(text: string): Word[] {
  const found = plain(text)
    .slice(0, 2000)
    .matchAll(/([\p{L}\d][\p{L}\d'+#.-]*[\p{L}\d+#]|[\p{L}\d])([,;:.!?)"]*)/gu);
  return [...found].map((match) => ({ text: match[1] ?? '', stops: (match[2] ?? '') !== '' }));
}

function isContent(word: string): boolean {
  const bare = word.toLowerCase().replaceAll("'", '');
  return bare.length > 1 && !WORDS.small.has(bare);
}

/** Runs of content words, each as a noun phrase, in the order in which they stand. */
function phrasesOf(words: readonly Word[]): string[] {
  const phrases: string[] = [];
  let run: string[] = [];
  let verb: string | undefined;
  // After “does” comes a subject, and the last word of its run is the verb: “how does a bridge carry a train”.
  let subject = false;
  const close = (): void => {
    if (run.length > 0) phrases.push(run.join(' '));
    else if (verb !== undefined) phrases.push(gerund(verb));
    run = [];
    verb = undefined;
  };
  for (const [at, { text, stops }] of words.entries()) {
    const before = words[at - 1]?.text.toLowerCase();
    const verbOf = subject && !isContent(words[at + 1]?.text ?? '');
    const full = run.length === 4 || (run.length > 0 && (ENDS_RUN.test(text) || verbOf));
    if (full || !isContent(text)) {
      // A verb waits for the noun that follows its small words: “cope with my boss”.
      if (run.length > 0) close();
    } else if (before !== undefined && WORDS.beforeVerb.has(before) && !WORDS.goals.has(text)) {
      close();
      verb = text;
    } else if (!WORDS.beforeVerb.has(text.toLowerCase()) || run.length > 0) {
      const article = run.length === 0 ? ARTICLES.get(before ?? '') : undefined;
      const lead = article === undefined ? before : words[at - 2]?.text.toLowerCase();
      if (run.length === 0) subject = lead === 'do' || lead === 'does' || lead === 'did';
      run.push(...(article === undefined ? [] : [article]), text);
    }
    if (stops) close();
  }
  close();
  return phrases;
}

/** “Why is the sea salty”: what follows the noun is said of it and is no part of it. */
const SAID_OF = /^\s*(?:why|how)\s+(?:is|are|was|were)\s+((?:the|a|an|my)\s+)?(\S+)\s+\S/i;

function subjectOf(text: string): string[] {
  const [, article = '', noun = ''] = SAID_OF.exec(plain(text)) ?? [];
  return isContent(noun) ? [article.toLowerCase().replace('my', 'your') + noun] : [];
}

/** Topics of a text: noun phrases made of its own words; the weightiest first, at most three. */
export function topicsOf(text: string): string[] {
  const words = wordsOf(text);
  const about = words.findIndex(({ text: word }) => /^(?:about|on|regarding)$/i.test(word));
  const told = about >= 0 ? phrasesOf(words.slice(about + 1)) : [];
  const subject = subjectOf(text);
  const all = subject.length > 0 ? subject : [...told.slice(0, 1), ...phrasesOf(words)];
  const rest = all.slice(1).sort((a, b) => b.length - a.length);
  return [...new Set([...all.slice(0, 1), ...rest])].slice(0, 3);
}
