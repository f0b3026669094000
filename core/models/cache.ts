import { createHash } from 'node:crypto';
import type { Reply } from '../domain/reply.ts';
import type { Request } from './request.ts';
import type { Provider } from './types.ts';

/** A store for answers: a Keyv, or a namespace of the bot's own store. */
export interface ReplyCache {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<unknown>;
}

/** The same for calls that are the same in everything that is sent, whoever sends them. */
export function cacheKey(provider: Provider, request: Request): string {
  const { path, body } = request;
  const all = JSON.stringify([provider.baseUrl, path, body]);
  return createHash('sha256').update(all).digest('hex');
}

/** A failure is not kept: the next time may go better. */
export function isWorthKeeping(reply: Reply): boolean {
  return reply.outcome !== 'failed';
}
