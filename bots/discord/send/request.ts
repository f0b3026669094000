import type { REST, RouteLike } from 'discord.js';
import type { Logger } from 'pino';
import type { Message } from '../../../core/views/view.ts';
import { sendWithFallback } from '../../fallback.ts';
import type { LongLines } from '../render/actions.ts';
import { type Drawers, prepare } from '../render/drawing.ts';
import type { FallbackLevel } from '../render/fallback-levels.ts';
import { type Payload, render } from '../render/message.ts';
import { facts, isRejection } from './api-error.ts';

/** All that any way of sending needs. */
export interface SendContext {
  readonly rest: REST;
  readonly drawers: Drawers;
  readonly lines: LongLines;
  readonly log: Logger;
}

/** The fields of a request beside the payload's own, such as a nonce. */
export type More = Readonly<Record<string, unknown>>;

/** Sends a message in the richest form that Discord takes. `call` does the request. */
export async function sendMessage<T>(
  { drawers, lines, log }: SendContext,
  message: Message,
  levels: readonly FallbackLevel[],
  call: (payload: Payload, level: FallbackLevel) => Promise<T>,
): Promise<T> {
  const prepared = await prepare(message, drawers, log);
  lines.remember(message.view.actions);
  const { result } = await sendWithFallback({
    levels,
    send: (level) => call(render(prepared, level), level),
    isRejection,
    onRejection: (error, level, next) =>
      log.warn({ ...facts(error), level, next }, 'message refused, sending a simpler one'),
  });
  return result;
}

/** One request with a payload. The last but one argument adds to its body; the flags of both count. */
export function request(
  rest: REST,
  method: 'post' | 'patch',
  route: RouteLike,
  { body, files }: Payload,
  { flags = 0, ...more }: More & { readonly flags?: number } = {},
  auth = true,
): Promise<unknown> {
  return rest[method](route, {
    body: { ...body, ...more, flags: (body.flags ?? 0) | flags },
    files: files.map(({ name, mime, data }) => ({
      name,
      data: Buffer.from(data),
      contentType: mime,
    })),
    auth,
  });
}
