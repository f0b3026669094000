import type { ChatMessage } from '../core/domain/reply.ts';
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

/** Probability that is left for any other word. */
const OTHERS = 0.04;

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
