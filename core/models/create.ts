import type { Logger } from 'pino';
import type { Config } from '../config/types.ts';
import { attempt } from './attempt.ts';
import { cacheKey, isWorthKeeping, type ReplyCache } from './cache.ts';
import { clientPool } from './client.ts';
import { type Clock, systemClock } from './clock.ts';
import { failureOf } from './failure.ts';
import { createLane, type Lane, type Turn } from './lane.ts';
import type { Models } from './models.ts';
import { redact } from './redact.ts';
import { buildRequest, type Request } from './request.ts';
import { backoffMs } from './retry.ts';
import { statusCheck } from './status.ts';
import type { Ask, Provider, Reply } from './types.ts';
import { guessTokens, NO_USAGE } from './usage.ts';

export interface ModelsOptions {
  /** Read anew at each call, since it is reloaded. */
  readonly config: () => Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly clock?: Clock;
  /** Where answers are kept for asks that want it. */
  readonly cache?: ReplyCache;
}

/** Everything that is needed to send one ask. */
interface Call {
  readonly ask: Ask;
  readonly provider: Provider;
  readonly key: string | undefined;
  readonly request: Request;
}

export function createModels(options: ModelsOptions): Models {
  const { config, env, log, cache, clock = systemClock } = options;
  const clientFor = clientPool();
  const lanes = new Map<string, Lane>();
  const patienceMs = () => config().timeouts.totalMs;

  const keyOf = ({ keyVariable }: Provider) =>
    keyVariable === undefined ? undefined : env[keyVariable]?.trim() || undefined;

  const laneTo = (provider: Provider): Lane => {
    const limits = () => config().providers.get(provider.id)?.limits ?? provider.limits;
    const lane = lanes.get(provider.id) ?? createLane({ limits, patienceMs, clock });
    lanes.set(provider.id, lane);
    return lane;
  };

  /** One attempt after another until one counts; the slot is held meanwhile, so a sick provider is spared. */
  const send = async (call: Call, lane: Lane, turn: Turn): Promise<Reply> => {
    const { ask, provider, key, request } = call;
    for (let attempts = 1; ; attempts++) {
      if (lane.pausedMs > patienceMs()) return failed(longPause(lane.pausedMs), attempts - 1);
      const startedAt = performance.now();
      try {
        const answer = await attempt(clientFor(provider, key), ask, request, config().timeouts);
        turn.took(answer.usage.tokensIn + answer.usage.tokensOut);
        return { ...answer, attempts };
      } catch (thrown) {
        ask.signal?.throwIfAborted();
        const failure = failureOf(thrown, provider, clock.now());
        log.warn(
          {
            model: ask.model.id,
            attempts,
            reason: failure.reason,
            detail: detailOf(thrown, key),
          },
          'a call failed',
        );
        const waitMs = backoffMs(attempts, failure, clock);
        if (failure.pauses) lane.pause(failure.waitMs ?? waitMs);
        const tooLong = (failure.waitMs ?? 0) > patienceMs();
        if (!failure.retryable || tooLong || attempts >= config().attempts) {
          return failed(failure.reason, attempts, performance.now() - startedAt);
        }
        ask.onRestart?.();
        await clock.sleep(waitMs, ask.signal);
        await turn.again();
      }
    }
  };

  const fresh = async (call: Call): Promise<Reply> => {
    const { ask, provider, key } = call;
    const lane = laneTo(provider);
    const job = { owner: ask.owner, tokens: guessTokens(ask), signal: ask.signal };
    try {
      return withoutKey(await lane.run(job, (turn) => send(call, lane, turn)), key);
    } catch (error) {
      if (ask.signal?.aborted) return failed('cancelled');
      log.error({ model: ask.model.id, detail: detailOf(error, key) }, 'a call broke');
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
    ask: async (ask) => {
      const provider = config().providers.get(ask.model.provider);
      if (!provider)
        return failed(`no provider is called “${ask.model.provider}”; see the configuration`);
      const key = keyOf(provider);
      if (provider.keyVariable !== undefined && key === undefined) {
        return failed(`the provider’s key is missing; set ${provider.keyVariable}`);
      }
      if (ask.signal?.aborted) return failed('cancelled');
      const call = { ask, provider, key, request: buildRequest(ask, provider.dialect) };
      return ask.cache && cache ? throughCache(call, cache) : fresh(call);
    },
    status: statusCheck({ config, keyOf, clientFor, clock }),
  };
}

function failed(reason: string, attempts = 0, totalMs = 0): Reply {
  return {
    outcome: 'failed',
    text: '',
    reason,
    usage: NO_USAGE,
    totalMs: Math.round(totalMs),
    attempts,
  };
}

/** For the log alone: what the provider wrote, short and without the key. */
function detailOf(thrown: unknown, key: string | undefined): string {
  return redact(String(thrown), key).slice(0, 300);
}

function longPause(ms: number): string {
  return `the provider’s limit is reached for ${Math.ceil(ms / 60_000)} min (429); try again then`;
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
