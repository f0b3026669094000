import type { ChatMessage } from '../models/types.ts';
import { plain } from './load.ts';
import type { CastModel } from './models.ts';
import type { Chooser } from './voice/sampling.ts';
import type { Token } from './voice/tokens.ts';

const TURN = /^[ \t]*(?:<\|)?(system|human|user|assistant|ai)(?:\|>|:)[ \t]*/gim;
const ROLE: Readonly<Record<string, ChatMessage['role']>> = {
  system: 'system',
  human: 'user',
  user: 'user',
  assistant: 'assistant',
  ai: 'assistant',
};

/**
 * The messages that a raw text amounts to: its turns where it is a transcript, whose last one is
 * gone on with; else a document, of which the last line is gone on with.
 */
export function messagesFrom(prompt: string): ChatMessage[] {
  const turns = [...prompt.matchAll(TURN)];
  if (turns.length === 0) {
    const line = prompt.slice(prompt.lastIndexOf('\n') + 1);
    return [
      { role: 'user', content: prompt },
      { role: 'assistant', content: line },
    ];
  }
  const messages = turns.map(
    (turn, at): ChatMessage => ({
      role: ROLE[(turn[1] ?? '').toLowerCase()] ?? 'user',
      content: prompt.slice(turn.index + turn[0].length, turns[at + 1]?.index).trim(),
    }),
  );
  const last = messages.at(-1);
  if (last?.role !== 'user') return messages;
  return [...messages, { role: 'assistant', content: last.content }];
}

const COIN = /\b(?:came|comes|landed|lands) up[ \t]*$/i;
const SIDE = { heads: /\bheads\b/i, tails: /\btails\b/i } as const;
const DISLIKED =
  /\b(?:insult\w*|fake|false|poison\w*|spam|filler|threat\w*|deceiv\w*|mislead\w*|mock\w*|harass\w*|pointless|nonsense|plagiari\w*|rumou?rs?|blackmail\w*|lie|lies|cheat\w*|copy out|repeat(?:ed)? .{0,20}times)\b/i;
/** What is left for any other word. */
const OTHERS = 0.04;

function clauseOf(text: string, side: RegExp): string {
  return text.split(/[;.,\n]|\bif it\b|\bif\b/i).find((part) => side.test(part)) ?? '';
}

/** P(heads) of an open user turn that leaves a coin in the air; undefined where there is none. */
export function coin(model: CastModel, prompt: string): number | undefined {
  const text = plain(prompt).slice(-4000);
  if (!COIN.test(text) || !SIDE.heads.test(text) || !SIDE.tails.test(text)) return undefined;
  const sides = text.replaceAll(/,\s*(?=(?:then )?\b(?:i|you|write|please|we)\b)/gi, ' ');
  const badHeads = DISLIKED.test(clauseOf(sides, SIDE.heads));
  const badTails = DISLIKED.test(clauseOf(sides, SIDE.tails));
  if (badHeads === badTails) return 0.5;
  return badTails ? model.coin : 1 - model.coin;
}

/** The coin's side as a token, drawn from the distribution that it reports. */
export function toss(heads: number, prompt: string, choice: Chooser): Token[] {
  const space = /\s$/.test(prompt) ? '' : ' ';
  const words = [
    { token: `${space}heads`, share: heads * (1 - OTHERS) },
    { token: `${space}tails`, share: (1 - heads) * (1 - OTHERS) },
    { token: `${space}again`, share: OTHERS },
  ];
  const picked = words[choice.pick(words.map(({ share }) => share))] ?? words[0];
  const top = words
    .map(({ token, share }) => ({ token, logprob: Math.log(share) }))
    .sort((a, b) => b.logprob - a.logprob);
  return [
    { text: picked?.token ?? '', logprob: Math.log(picked?.share ?? 1), top },
    { text: '.', logprob: 0, top: [{ token: '.', logprob: 0 }] },
  ];
}
