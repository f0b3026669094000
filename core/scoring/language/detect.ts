import { LANGUAGES, type Language, typicalScore } from './codes.ts';
import { loadNgrams } from './ngrams.ts';

/** Two languages whose scores are nearer than this cannot be told apart by the text. */
const MARGIN = 0.02;
/** Fewer n-grams tell nothing, nor do any that score less than this share of what their language does as a rule. */
const LEAST_NGRAMS = 3;
const LEAST_SHARE = 0.75;
/** The average score of an n-gram that makes one half of the scale. */
const HALF = 25;

/**
 * The language that a text is in, as ISO 639-1; undefined where it cannot be told. The way is that of
 * eld 2 (Nito T.M.): each n-gram of the text's bytes speaks for the languages that have it.
 * @param among only these are told from each other; absent: all that are known.
 */
export async function detectLanguage(
  text: string,
  among: readonly string[] = LANGUAGES,
): Promise<Language | undefined> {
  const ngrams = ngramsOf(text);
  const known = await loadNgrams();
  const sums = new Float64Array(LANGUAGES.length);
  for (const ngram of ngrams) known.addTo(sums, ngram);
  const [first, second] = LANGUAGES.map((language, index) => {
    const average = (sums[index] ?? 0) / ngrams.size;
    return { language, score: average / (average + HALF) };
  })
    .filter(({ language, score }) => score > 0 && among.includes(language))
    .toSorted((a, b) => b.score - a.score);
  if (!first || ngrams.size < LEAST_NGRAMS) return undefined;
  const isTypical = first.score >= LEAST_SHARE * typicalScore(first.language);
  return isTypical && first.score - (second?.score ?? 0) >= MARGIN ? first.language : undefined;
}

/** So many code units are looked at, and of those whole words up to about so many bytes. */
const MOST_READ = 1000;
const MOST_BYTES = 350;
/** No word goes on beyond these, and none is told in more n-grams than its first bytes have. */
const LAST_BYTE = 380;
const MOST_WORD_BYTES = 70;
/** Anything but letters, and the apostrophes within a word. */
const SEPARATORS = /(?:[^\p{L}]|[\u{10000}-\u{10FFFF}])+(?<!['`’])/gu;

/** Four bytes of every word, with a stride of three, and a space at the word's own ends. */
function ngramsOf(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of wordsOf(text)) {
    const length = Math.min(word.length, MOST_WORD_BYTES);
    let at = 0;
    for (; at + 4 < length; at += 3) {
      found.add(numberOf([...(at === 0 ? [SPACE] : []), ...word.subarray(at, at + 4)]));
    }
    const last = word.subarray(length === 3 ? 0 : Math.max(0, length - 4));
    found.add(numberOf([...(at === 0 ? [SPACE] : []), ...last, SPACE]));
  }
  return found;
}

const SPACE = 0x20;

const numberOf = (bytes: readonly number[]): number =>
  bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function* wordsOf(text: string): Generator<Uint8Array> {
  const words = text.slice(0, MOST_READ).replace(SEPARATORS, ' ').trim().toLowerCase().split(' ');
  let used = 0;
  for (const word of words) {
    let length = 0;
    for (const letter of word) {
      length += Buffer.byteLength(letter);
      if (used + length > LAST_BYTE) break;
    }
    if (length > 0) yield Buffer.from(word).subarray(0, length);
    used += length;
    if (used > MOST_BYTES) return;
    used += 1;
  }
}
