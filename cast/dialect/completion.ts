import type { Token } from '../voice/tokens.ts';
import type { Head, Usage } from './chat.ts';
import type { CutAnswer } from './cut.ts';

/** The logprobs of raw completions: lists in step with each other, offsets from the prompt's start. */
function logprobsOf(tokens: readonly Token[], top: number | undefined, offset: number) {
  if (top === undefined) return null;
  let at = offset;
  const offsets = tokens.map(({ text }) => {
    const here = at;
    at += text.length;
    return here;
  });
  return {
    tokens: tokens.map(({ text }) => text),
    token_logprobs: tokens.map(({ logprob }) => logprob),
    top_logprobs: tokens.map((token) =>
      Object.fromEntries(token.top.slice(0, top).map((other) => [other.token, other.logprob])),
    ),
    text_offset: offsets,
  };
}

export interface Piece {
  readonly tokens: readonly Token[];
  /** Offset of the piece, in characters. */
  readonly offset: number;
  readonly finish?: CutAnswer['finish'] | undefined;
}

function choice({ tokens, offset, finish }: Piece, index: number, top: number | undefined) {
  return {
    index,
    text: tokens.map(({ text }) => text).join(''),
    logprobs: logprobsOf(tokens, top, offset),
    finish_reason: finish ?? null,
  };
}

/** A whole response, or one chunk of it: they have the same shape. */
export function textCompletion(
  head: Head,
  pieces: readonly { readonly index: number; readonly piece: Piece }[],
  usage: Usage | undefined,
  top: number | undefined,
) {
  return {
    ...head,
    object: 'text_completion',
    choices: pieces.map(({ index, piece }) => choice(piece, index, top)),
    ...(usage === undefined ? {} : { usage }),
  };
}
