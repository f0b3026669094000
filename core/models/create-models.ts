import type { Logger } from 'pino';
import type { Reply } from '../domain/reply.ts';
import { cacheKey, isWorthKeeping, type ReplyCache } from './cache.ts';
import { clientPool } from './client.ts';
import { type Clock, systemClock } from './clock.ts';
import { keyOf, missingKey } from './missing-key.ts';
import type { Models } from './models.ts';
import { providerQueues } from './provider-queues.ts';
import { redact } from './redact.ts';
import { buildRequest } from './request.ts';
import { type Call, failed, send } from './send.ts';
import type { ModelSettings } from './settings.ts';
import { statusCheck } from './status.ts';
import { guessTokens } from './usage.ts';

export interface ModelsOptions {
  /** Read anew at each call, since it is reloaded. */
  readonly config: () => ModelSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly clock?: Clock;
  /** Keeps answers for asks that want it. */
  readonly cache?: ReplyCache;
}

export function createModels(options: ModelsOptions): Models {
  const { config, env, log, cache, clock = systemClock } = options;
  const clientFor = clientPool();
  const queueTo = providerQueues(config, clock);

  const fresh = async (call: Call): Promise<Reply> => {
    const { ask, provider, key } = call;
    const queue = queueTo(provider);
    const job = { owner: ask.owner, tokens: guessTokens(ask), signal: ask.signal };
    try {
      const work = queue.run(job, (turn) => send(call, queue, turn, { config, clock, log }));
      return withoutKey(await work, key);
    } catch (error) {
      if (ask.signal?.aborted) return failed('cancelled');
      log.error({ model: ask.model.id, detail: redact(String(error), key) }, 'a call broke');
      return failed('the call failed on our side; see the log');
    }
  };

  /** A cache that fails costs a call, never an answer. */
  const throughCache = async (call: Call, kept: ReplyCache): Promise<Reply> => {
    const id = cacheKey(call.provider, call.request);
    const warn = (error: unknown) => void log.warn({ detail: String(error) }, 'the cache failed');
    const known = await kept.get<Reply>(id).catch(warn);
    if (known) {
      if (known.text !== '') call.ask.onText?.(known.text);
      return { ...known, cached: true };
    }
    const reply = await fresh(call);
    if (isWorthKeeping(reply)) await kept.set(id, reply).catch(warn);
    return reply;
  };

  return {
    missingKey: (model) => missingKey(model, config().providers, env),
    ask: async (ask) => {
      const { provider: id } = ask.model;
      const provider = config().providers.get(id);
      if (!provider) return failed(`no provider is called “${id}”; see the configuration`);
      const missing = missingKey(ask.model, config().providers, env);
      if (missing !== undefined) return failed(`the provider’s key is missing; set ${missing}`);
      const key = keyOf(provider, env);
      if (ask.signal?.aborted) return failed('cancelled');
      const request = buildRequest(ask, provider.dialect);
      const call = { ask, provider, key, client: clientFor(provider, key), request };
      return ask.cache && cache ? throughCache(call, cache) : fresh(call);
    },
    status: statusCheck({ config, keyOf: (provider) => keyOf(provider, env), clientFor, clock }),
  };
}

/** A provider that repeats the key must not get it into a chat. */
function withoutKey(reply: Reply, key: string | undefined): Reply {
  const { text, reasoning, finishReason, servedBy } = reply;
  return {
    ...reply,
    text: redact(text, key),
    reasoning: reasoning && redact(reasoning, key),
    finishReason: finishReason && redact(finishReason, key),
    servedBy: servedBy && redact(servedBy, key),
  };
}
