import { z } from 'zod';
import type { TokenChoice } from '../domain/reply.ts';
import { CallFailed, UNREADABLE } from './failure.ts';

/** One event of a stream, of either endpoint, in one shape. */
export interface Piece {
  readonly text: string;
  readonly reasoning: string;
  readonly refusal: string;
  readonly finishReason?: string | undefined;
  readonly logprobs: readonly TokenChoice[];
  readonly usage?: { readonly tokensIn: number; readonly tokensOut: number } | undefined;
  readonly servedBy?: string | undefined;
}

const token = z.object({ token: z.string(), logprob: z.number() });
const chatLogprobs = z.object({
  content: z.array(token.extend({ top_logprobs: z.array(token).default([]) })),
});
const completionLogprobs = z.object({
  tokens: z.array(z.string()),
  token_logprobs: z.array(z.number()),
  top_logprobs: z.array(z.record(z.string(), z.number()).nullable()).nullish(),
});

/** Mistral's reasoning models send parts instead of a string (docs.mistral.ai/capabilities/reasoning). */
const part = z.object({
  text: z.string().default(''),
  thinking: z.array(z.object({ text: z.string().default('') })).default([]),
});

const chunk = z.object({
  model: z.string().nullish(),
  usage: z
    .object({ prompt_tokens: z.number(), completion_tokens: z.number().default(0) })
    .nullish()
    .catch(null),
  choices: z
    .array(
      z.object({
        text: z.string().nullish(),
        delta: z
          .object({
            content: z.union([z.string(), z.array(part)]).nullish(),
            reasoning_content: z.string().nullish().catch(null),
            reasoning: z.string().nullish().catch(null),
            refusal: z.string().nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
        logprobs: z.union([chatLogprobs, completionLogprobs]).nullish().catch(null),
      }),
    )
    .nullish(),
});

type Choice = NonNullable<z.infer<typeof chunk>['choices']>[number];

/** @throws CallFailed where it is no event of this dialect. */
export function readChunk(raw: unknown): Piece {
  const parsed = chunk.safeParse(raw);
  if (!parsed.success) throw new CallFailed(UNREADABLE, { cause: parsed.error });
  const { model, usage, choices } = parsed.data;
  const choice = choices?.[0];
  const content = choice?.delta?.content;
  const parts = Array.isArray(content) ? content : [];
  return {
    text:
      typeof content === 'string'
        ? content
        : (choice?.text ?? parts.map((one) => one.text).join('')),
    reasoning:
      choice?.delta?.reasoning_content ||
      choice?.delta?.reasoning ||
      parts.flatMap((one) => one.thinking.map(({ text }) => text)).join(''),
    refusal: choice?.delta?.refusal ?? '',
    finishReason: choice?.finish_reason ?? undefined,
    logprobs: choice ? logprobsOf(choice) : [],
    usage: usage
      ? { tokensIn: usage.prompt_tokens, tokensOut: usage.completion_tokens }
      : undefined,
    servedBy: model || undefined,
  };
}

function logprobsOf({ logprobs }: Choice): readonly TokenChoice[] {
  if (!logprobs) return [];
  if ('content' in logprobs) {
    return logprobs.content.map(({ token, logprob, top_logprobs }) => ({
      token,
      logprob,
      top: top_logprobs,
    }));
  }
  return logprobs.tokens.map((token, at) => ({
    token,
    logprob: logprobs.token_logprobs[at] ?? Number.NEGATIVE_INFINITY,
    top: Object.entries(logprobs.top_logprobs?.[at] ?? {}).map(([token, logprob]) => ({
      token,
      logprob,
    })),
  }));
}
