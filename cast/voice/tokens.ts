/** One token of an answer, with the natural-log probability it had and the likeliest at its place. */
export interface Token {
  readonly text: string;
  readonly logprob: number;
  readonly top: readonly Alternative[];
}

export interface Alternative {
  readonly token: string;
  readonly logprob: number;
}

/** Choices of the generator: how likely each first word was, and which it took, by offset. */
export interface Point {
  readonly at: number;
  readonly words: ReadonlyMap<string, number>;
}

/** A word with the space before it, a number, a punctuation mark, or a run of white space. */
const TOKEN = /\s?[\p{L}\p{M}']+|\s?\d+|\s?[^\s\p{L}\p{M}\d']|\s+/gu;

export function split(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** As many as the tokens of the text; what `usage` counts. */
export function countTokens(text: string): number {
  return split(text).length;
}

export function capital(text: string): string {
  return text.replace(
    /^(\s*["“]?)(\p{Ll})/u,
    (_, space: string, letter: string) => space + letter.toUpperCase(),
  );
}

function alternatives(token: string, words: ReadonlyMap<string, number>): Alternative[] {
  const space = /^\s*/.exec(token)?.[0] ?? '';
  const upper = token !== token.toLowerCase();
  const shares = new Map<string, number>();
  for (const [word, share] of words) {
    const first = split(word)[0] ?? '';
    const shown = space + (upper ? capital(first) : first);
    shares.set(shown, (shares.get(shown) ?? 0) + share);
  }
  return [...shares]
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([shown, share]) => ({ token: shown, logprob: Math.min(0, Math.log(share)) }));
}

/**
 * Splits a text into tokens. At a point of choice the first token carries the real distribution
 * over first words; every other token followed from what came before and has probability 1.
 */
export function tokenise(text: string, points: readonly Point[]): Token[] {
  const words = new Map(points.map((point) => [point.at, point.words]));
  let at = 0;
  return split(text).map((token) => {
    const start = at + (/^\s/.test(token) && token.length > 1 ? 1 : 0);
    at += token.length;
    const chosen = words.get(start);
    const top = chosen === undefined ? [] : alternatives(token, chosen);
    const own = top.find((alternative) => alternative.token === token);
    if (own === undefined) return { text: token, logprob: 0, top: [{ token, logprob: 0 }] };
    return { text: token, logprob: own.logprob, top };
  });
}
