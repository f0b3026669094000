import type { ChatMessage } from '../domain/reply.ts';
import type { Ask, Dialect } from './types.ts';

export interface Request {
  readonly path: '/chat/completions' | '/completions';
  readonly body: Readonly<Record<string, unknown>>;
}

/** The request for an ask, in the provider's dialect. What it does not know is left out. */
export function buildRequest(ask: Ask, dialect: Dialect): Request {
  const { temperature, topP, maxTokens, stop } = merged(ask);
  const common = {
    model: ask.model.name,
    stream: true,
    stream_options: dialect.streamUsage ? { include_usage: true } : undefined,
    temperature: dialect.temperature ? temperature : undefined,
    top_p: topP,
    stop: stop && stop.length > 0 ? stop : undefined,
    [dialect.seedName ?? 'seed']: dialect.seed ? ask.seed : undefined,
  };
  if (ask.completion) {
    const prompt = ask.messages.map((message) => message.content).join('\n\n');
    const more = { prompt, max_tokens: maxTokens, logprobs: ask.topLogprobs };
    return { path: '/completions', body: defined({ ...common, ...more }) };
  }
  return {
    path: '/chat/completions',
    body: defined({
      ...common,
      ...prefilled(placeSystem(ask.messages, dialect.system), dialect.prefill),
      [dialect.maxTokens]: maxTokens,
      logprobs: ask.topLogprobs === undefined ? undefined : true,
      top_logprobs: ask.topLogprobs,
    }),
  };
}

/** The ask's parameters over the model's own. */
function merged({ model, parameters }: Ask) {
  return { ...model.parameters, ...defined({ ...parameters }) } as typeof model.parameters;
}

function placeSystem(messages: readonly ChatMessage[], place: Dialect['system']): Sent[] {
  if (place !== 'user') {
    return messages.map(({ role, content }) => ({
      role: role === 'system' ? place : role,
      content,
    }));
  }
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const rest: Sent[] = messages.filter(({ role }) => role !== 'system').map((one) => ({ ...one }));
  if (system.length === 0) return rest;
  const first = rest.findIndex(({ role }) => role === 'user');
  const before = rest[first];
  const frame = system.join('\n\n');
  if (!before) return [{ role: 'user', content: frame }, ...rest];
  return rest.with(first, { role: 'user', content: `${frame}\n\n${before.content}` });
}

interface Sent {
  readonly role: string;
  readonly content: string;
  readonly prefix?: true;
}

/** A trailing assistant message is the beginning of the answer; some providers want it marked. */
function prefilled(messages: Sent[], mark: Dialect['prefill']): Record<string, unknown> {
  const last = messages.at(-1);
  if (last?.role !== 'assistant' || mark === undefined) return { messages };
  if (mark === 'prefix') return { messages: messages.with(-1, { ...last, prefix: true }) };
  return { messages, continue_final_message: true, add_generation_prompt: false };
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
