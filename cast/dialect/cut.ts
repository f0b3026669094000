import type { Utterance } from '../answer.ts';
import type { Token } from '../voice/tokens.ts';

export interface CutAnswer {
  readonly tokens: readonly Token[];
  readonly finish: 'stop' | 'length' | 'content_filter';
}

function firstStop(text: string, stops: readonly string[]): number {
  const places = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return Math.min(text.length, ...places);
}

/** Ends an answer before the first of the stops, and at the limit of tokens, whichever comes first. */
export function cut(
  utterance: Pick<Utterance, 'tokens' | 'finish'>,
  limits: { readonly stop?: readonly string[] | undefined; readonly most?: number | undefined },
): CutAnswer {
  const text = utterance.tokens.map((token) => token.text).join('');
  const end = firstStop(text, limits.stop ?? []);
  const tokens: Token[] = [];
  let at = 0;
  for (const token of utterance.tokens) {
    if (at >= end) break;
    if (limits.most !== undefined && tokens.length >= limits.most) {
      return { tokens, finish: 'length' };
    }
    tokens.push({ ...token, text: token.text.slice(0, end - at) });
    at += token.text.length;
  }
  return { tokens, finish: end < text.length ? 'stop' : utterance.finish };
}
