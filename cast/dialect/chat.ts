import type { Token } from '../voice/tokens.ts';
import type { CutAnswer } from './cut.ts';

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** Fields that every chunk of one response has in common. */
export interface Head {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

export function usageOf(prompt: number, answers: readonly CutAnswer[]): Usage {
  const completion = answers.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  };
}

const bytes = (token: string): number[] => [...Buffer.from(token)];

function logprobsOf(tokens: readonly Token[], top: number | undefined) {
  if (top === undefined) return null;
  const content = tokens.map((token) => ({
    token: token.text,
    logprob: token.logprob,
    bytes: bytes(token.text),
    top_logprobs: token.top.slice(0, top).map((other) => ({ ...other, bytes: bytes(other.token) })),
  }));
  return { content, refusal: null };
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** The whole response. @param top how many alternatives a token shows; absent: no logprobs. */
export function chatCompletion(
  head: Head,
  answers: readonly CutAnswer[],
  usage: Usage,
  top: number | undefined,
) {
  return {
    ...head,
    object: 'chat.completion',
    choices: answers.map(({ tokens, finish }, index) => ({
      index,
      message: { role: 'assistant', content: textOf(tokens), refusal: null },
      logprobs: logprobsOf(tokens, top),
      finish_reason: finish,
    })),
    usage,
  };
}

export interface ChatPiece {
  readonly tokens?: readonly Token[] | undefined;
  readonly finish?: CutAnswer['finish'] | undefined;
  /** The first chunk of a choice says whose turn it is. */
  readonly first?: boolean | undefined;
}

/** One chunk of a streamed response. */
export function chatChunk(head: Head, index: number, piece: ChatPiece, top: number | undefined) {
  const { tokens, finish = null, first } = piece;
  const delta = {
    ...(first ? { role: 'assistant' } : {}),
    ...(tokens ? { content: textOf(tokens) } : {}),
  };
  const logprobs = tokens ? logprobsOf(tokens, top) : null;
  return {
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index, delta, logprobs, finish_reason: finish }],
  };
}

/** The last chunk, where usage was asked for: no choices. */
export function chatUsageChunk(head: Head, usage: Usage) {
  return { ...head, object: 'chat.completion.chunk', choices: [], usage };
}
