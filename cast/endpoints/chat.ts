import { randomUUID } from 'node:crypto';
import { answer } from '../answer.ts';
import { chatChunk, chatCompletion, chatUsageChunk, type Head, usageOf } from '../dialect/chat.ts';
import { cut } from '../dialect/cut.ts';
import { chatBody, messagesOf } from '../dialect/requests.ts';
import { countTokens } from '../voice/tokens.ts';
import { deliverStream, deliverWhole } from './deliver.ts';
import { type CastContext, modelNamed, readBody, type Setting, seedsFor } from './setting.ts';

/** Tokens of the markup around one message, as OpenAI counts them. */
const AROUND_MESSAGE = 4;

/** POST /v1/chat/completions. @throws DialectError */
export async function chat(context: CastContext, setting: Setting): Promise<Response> {
  const body = await readBody(context, chatBody);
  const { model, fault } = modelNamed(setting, body.model);
  const messages = messagesOf(body);
  const seed = seedsFor(setting, body.seed, model, messages);
  const sampling = { temperature: body.temperature ?? 1, topP: body.top_p ?? 1 };
  const limits = { stop: body.stop, most: body.max_completion_tokens ?? body.max_tokens };
  const spoken = Array.from({ length: body.n ?? 1 }, (_, index) =>
    answer({ model, messages, sampling, seed: seed(index) }),
  );
  const answers = spoken.map((utterance) => cut(utterance, limits));
  const head: Head = {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(setting.now().getTime() / 1000),
    model: body.model,
  };
  const read = messages.reduce(
    (sum, { content }) => sum + countTokens(content) + AROUND_MESSAGE,
    0,
  );
  const usage = usageOf(read, answers);
  const top = body.logprobs ? (body.top_logprobs ?? 0) : undefined;
  const nobodyReads = spoken.every(({ kind }) => kind === 'judge' || kind === 'writer');
  const pace = nobodyReads ? { ...setting.pace, longestMs: 0 } : setting.pace;
  const delivery = { answers, pace, fault };
  if (!body.stream) {
    return deliverWhole(context, delivery, chatCompletion(head, answers, usage, top));
  }
  return deliverStream(context, {
    ...delivery,
    opening: answers.map((_, index) => chatChunk(head, index, { first: true }, undefined)),
    chunk: ({ index, ...piece }) => chatChunk(head, index, piece, top),
    closing: body.stream_options?.include_usage ? [chatUsageChunk(head, usage)] : [],
  });
}
