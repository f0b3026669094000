import type { REST, RouteLike } from 'discord.js';
import type { Logger } from 'pino';
import type { Message } from '../../../core/views/view.ts';
import type { LongLines } from '../render/actions.ts';
import { type Drawers, prepare } from '../render/drawing.ts';
import type { Rung } from '../render/layout.ts';
import { type Payload, render } from '../render/message.ts';
import { facts, isRejection } from './api-error.ts';

/** What every way of sending needs. */
export interface Outbox {
  readonly rest: REST;
  readonly drawers: Drawers;
  readonly lines: LongLines;
  readonly log: Logger;
}

/** The fields of a request beside the payload's own, such as a nonce. */
export type More = Readonly<Record<string, unknown>>;

/**
 * Sends a message at the first rung that Discord takes. `request` does the call; what it throws for any
 * other reason than the payload itself is passed on as it is.
 */
export async function sendDown<T>(
  outbox: Outbox,
  message: Message,
  ladder: readonly [Rung, ...Rung[]],
  request: (payload: Payload, rung: Rung) => Promise<T>,
): Promise<T> {
  const prepared = await prepare(message, outbox.drawers, outbox.log);
  outbox.lines.remember(message.view.actions);
  const [rung, ...simpler] = ladder;
  return attempt(rung, simpler);

  async function attempt(rung: Rung, [next, ...rest]: readonly Rung[]): Promise<T> {
    try {
      return await request(render(prepared, rung), rung);
    } catch (error) {
      if (next === undefined || !isRejection(error)) throw error;
      outbox.log.warn({ ...facts(error), rung, next }, 'message refused, sending a simpler one');
      return attempt(next, rest);
    }
  }
}

/** One request with a payload. `as` adds to its body; the flags of both count. */
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
