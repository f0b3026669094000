import type { Usage } from '../domain/reply.ts';
import type { Ask } from './types.ts';

/** Roughly right for English in the usual vocabularies; only ever used where nothing better is known. */
const CHARACTERS_A_TOKEN = 4;
/** The guess at an answer's tokens before it is there, where the ask sets no limit. */
const USUAL_ANSWER = 500;

export const NO_USAGE: Usage = { tokensIn: 0, tokensOut: 0, estimated: true };

/** The provider's count, or else an estimate. */
export function usageOf(
  ask: Ask,
  answer: {
    readonly text: string;
    readonly reasoning: string;
    readonly usage?: { readonly tokensIn: number; readonly tokensOut: number } | undefined;
  },
): Usage {
  if (answer.usage) return { ...answer.usage, estimated: false };
  return {
    tokensIn: tokensIn(ask),
    tokensOut: tokens(answer.text.length + answer.reasoning.length),
    estimated: true,
  };
}

/** How many tokens an ask will take in all, guessed before it is sent. */
export function guessTokens(ask: Ask): number {
  return (
    tokensIn(ask) + (ask.parameters?.maxTokens ?? ask.model.parameters.maxTokens ?? USUAL_ANSWER)
  );
}

function tokensIn({ messages }: Ask): number {
  return tokens(messages.reduce((sum, { content }) => sum + content.length, 0));
}

function tokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_A_TOKEN);
}
