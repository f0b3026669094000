import { plain } from '../load.ts';

const SMALL_WORDS = new Set(
  `a about above actually after again against all almost also although always am an and another any anything are as ask asked at away
  back be because been before being best better between both but by can cannot could did do does doing done down each either else even ever every
  everything explain few for from get gets getting give go goes going good got had has have having he help her here him his how i if in into is it its
  just keep kind know least less let like little look make makes making many may me might mind more most much must my need never next no nor
  not nothing now of off often ok okay on once one only or other ought our out over own please put quite rather really right said same say
  see shall she should since so some something soon still such suddenly sure take tell than that the their them then there these they thing things think this those
  though through time to today together told too toward two under until up upon us use very want was way we well were what when
  where whether which while who whom whose why will with within without would write yes yet you your yours yourself
  im ive id dont doesnt didnt cant isnt arent wont lets answer sentence word words question describe sort three five first second last different mean feel feels feeling explain
  lonely sad alone anxious scared afraid hopeless worthless overwhelmed exhausted lost numb bored fed since setting`.split(
    /\s+/,
  ),
);

/** After one of these the first content word is a verb. */
const BEFORE_VERB = new Set(
  'i you we they humans people to person bodies cats dogs children animals may can could should would must will'.split(
    ' ',
  ),
);

/** After “to” these are nouns all the same. */
const GOALS = new Set(
  'dinner lunch breakfast supper bed work school church town music sleep'.split(' '),
);

function gerund(verb: string): string {
  const word = verb.toLowerCase();
  if (/ing$/.test(word) && word.length > 5) return word;
  if (/ie$/.test(word)) return `${word.slice(0, -2)}ying`;
  if (/[^aeioye]e$/.test(word) || /[aiou][^aeiou]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  if (/^(?:[^aeiou]*|qu)[aeiou][bdgmnprt]$/.test(word)) return `${word}${word.slice(-1)}ing`;
  return `${word}ing`;
}

/** “your dog died”, “the bridge collapsed”: the verb is no part of the noun phrase. */
const ENDS_RUN = /(?:ed|died|left)$/i;

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
  return bare.length > 1 && !SMALL_WORDS.has(bare);
}

/** Runs of content words, each as a noun phrase, in the order in which they stand. */
function phrasesOf(words: readonly Word[]): string[] {
  const phrases: string[] = [];
  let run: string[] = [];
  let verb: string | undefined;
  const close = (): void => {
    if (run.length > 0) phrases.push(run.join(' '));
    else if (verb !== undefined) phrases.push(gerund(verb));
    run = [];
    verb = undefined;
  };
  for (const [at, { text, stops }] of words.entries()) {
    const before = words[at - 1]?.text.toLowerCase();
    const full = run.length === 4 || (run.length > 0 && ENDS_RUN.test(text));
    if (full || !isContent(text)) {
      // A verb waits for the noun that follows its small words: “cope with my boss”.
      if (run.length > 0) close();
    } else if (before !== undefined && BEFORE_VERB.has(before) && !GOALS.has(text)) {
      close();
      verb = text;
    } else if (!BEFORE_VERB.has(text.toLowerCase()) || run.length > 0) {
      const own = before === 'my' || before === 'your' ? before : undefined;
      if (run.length === 0 && own !== undefined) run.push(own === 'my' ? 'your' : 'my');
      const one = before === 'a' || before === 'an' || before === 'the' || before === 'this';
      if (run.length === 0 && one && before !== undefined)
        run.push(before === 'this' ? 'the' : before);
      run.push(text);
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

/** What a text is about: noun phrases made of its own words; the weightiest first, at most three. */
export function topicsOf(text: string): string[] {
  const words = wordsOf(text);
  const about = words.findIndex(({ text: word }) => /^(?:about|on|regarding)$/i.test(word));
  const told = about >= 0 ? phrasesOf(words.slice(about + 1)) : [];
  const subject = subjectOf(text);
  const all = subject.length > 0 ? subject : [...told.slice(0, 1), ...phrasesOf(words)];
  const rest = all.slice(1).sort((a, b) => b.length - a.length);
  return [...new Set([...all.slice(0, 1), ...rest])].slice(0, 3);
}
