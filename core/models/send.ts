import type OpenAI from 'openai';
import type { Logger } from 'pino';
import type { Reply } from '../domain/reply.ts';
import { truncateCodePoints } from '../text/truncate.ts';
import { attempt } from './attempt.ts';
import type { Clock } from './clock.ts';
import { failureOf } from './failure.ts';
import type { ProviderQueue, Turn } from './provider-queue.ts';
import { redact } from './redact.ts';
import type { Request } from './request.ts';
import { backoffMs } from './retry.ts';
import type { ModelSettings } from './settings.ts';
import type { Ask, Provider } from './types.ts';
import { NO_USAGE } from './usage.ts';

/** Everything that is needed to send one ask. */
export interface Call {
  readonly ask: Ask;
  readonly provider: Provider;
  readonly key: string | undefined;
  readonly client: OpenAI;
  readonly request: Request;
}

export interface SendTools {
  readonly config: () => ModelSettings;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * Tries until an answer comes, the failure is one that stays, or the attempts are used up. The place
 * in the queue is held meanwhile: nothing else is sent to a sick provider in its stead.
 * @throws the signal's reason, once it is aborted.
 */
export async function send(
  call: Call,
  queue: ProviderQueue,
  turn: Turn,
  tools: SendTools,
): Promise<Reply> {
  const { ask, provider, key, client, request } = call;
  const { config, clock, log } = tools;
  for (let attempts = 1; ; attempts++) {
    const { timeouts, attempts: most } = config();
    if (queue.pausedMs > timeouts.totalMs) return failed(longPause(queue.pausedMs), attempts - 1);
    const startedAt = performance.now();
    try {
      const answer = await attempt(client, ask, request, timeouts);
      turn.took(answer.usage.tokensIn + answer.usage.tokensOut);
      return { ...answer, attempts };
    } catch (thrown) {
      ask.signal?.throwIfAborted();
      const failure = failureOf(thrown, provider, clock.now());
      const { reason, retryable, pauses, waitMs } = failure;
      const detail = truncateCodePoints(redact(String(thrown), key), DETAIL);
      log.warn({ model: ask.model.id, attempts, reason, detail }, 'a call failed');
      const pauseMs = backoffMs(attempts, failure, clock);
      if (pauses) queue.pause(waitMs ?? pauseMs);
      const isLast = !retryable || attempts >= most || (waitMs ?? 0) > timeouts.totalMs;
      if (isLast) return failed(reason, attempts, performance.now() - startedAt);
      ask.onRestart?.();
      await clock.sleep(pauseMs, ask.signal);
      await turn.again();
    }
  }
}

/** How much of what a provider wrote goes to the log. */
const DETAIL = 300;

export function failed(reason: string, attempts = 0, ms = 0): Reply {
  const totalMs = Math.round(ms);
  return { outcome: 'failed', text: '', reason, usage: NO_USAGE, totalMs, attempts };
}

function longPause(ms: number): string {
  return `the provider’s limit is reached for ${Math.ceil(ms / 60_000)} min (429); try again then`;
}
