import { z } from 'zod';
import type { ChatMessage } from '../../core/domain/reply.ts';

const textPart = z.looseObject({ type: z.literal('text'), text: z.string() });
const content = z.union([
  z.string(),
  z.array(textPart).transform((parts) => parts.map(({ text }) => text).join('\n')),
]);

const message = z.discriminatedUnion('role', [
  z.looseObject({ role: z.literal('system'), content }),
  z.looseObject({ role: z.literal('developer'), content }),
  z.looseObject({ role: z.literal('user'), content }),
  z.looseObject({ role: z.literal('assistant'), content: content.nullish() }),
]);

const orNull = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);

const shared = {
  model: z.string().min(1).max(300),
  temperature: orNull(z.number().min(0).max(2)),
  top_p: orNull(z.number().gt(0).max(1)),
  n: orNull(z.int().min(1).max(128)),
  max_tokens: orNull(z.int().min(1)),
  stop: orNull(
    z.union([
      z
        .string()
        .min(1)
        .transform((stop) => [stop]),
      z.array(z.string().min(1)).max(4),
    ]),
  ),
  seed: orNull(z.int()),
  stream: orNull(z.boolean()),
  stream_options: orNull(z.looseObject({ include_usage: z.boolean().optional() })),
};

/** The body of a chat request. What the cast has no use for is let through. */
export const chatBody = z
  .looseObject({
    ...shared,
    messages: z.array(message).min(1),
    max_completion_tokens: orNull(z.int().min(1)),
    logprobs: orNull(z.boolean()),
    top_logprobs: orNull(z.int().min(0).max(20)),
    response_format: orNull(
      z.looseObject({
        type: z.literal('text', { error: 'the simulated cast answers in text only' }),
      }),
    ),
  })
  .refine((body) => body.top_logprobs === undefined || body.logprobs === true, {
    path: ['top_logprobs'],
    error: 'top_logprobs needs logprobs to be true',
  });
export type ChatBody = z.infer<typeof chatBody>;

/** The body of a raw completion. */
export const completionBody = z.looseObject({
  ...shared,
  prompt: z.union([
    z.string(),
    z
      .array(z.string())
      .length(1)
      .transform(([only]) => only ?? ''),
  ]),
  logprobs: orNull(z.int().min(0).max(20)),
  echo: orNull(z.boolean()),
});

/** The messages in the project's own terms: a developer speaks as the system. */
export function messagesOf(body: ChatBody): ChatMessage[] {
  return body.messages.map(({ role, content: text }) => ({
    role: role === 'developer' ? 'system' : role,
    content: text ?? '',
  }));
}
