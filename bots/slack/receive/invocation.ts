import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Invocation, Platform } from '../../platform.ts';
import { replyPrivately } from '../send/reply-privately.ts';
import type { Delivery } from './delivery.ts';
import type { People } from './person.ts';

/** All that a listener works with. */
export interface SlackContext {
  readonly dispatcher: Dispatcher;
  readonly platform: Platform;
  readonly client: WebClient;
  readonly people: People;
  /** The bot's own user id. */
  readonly bot: string;
  readonly log: Logger;
}

/** Hands a delivery to the dispatcher. */
export async function dispatch(
  context: SlackContext,
  delivery: Delivery,
  request: Invocation['request'],
  respond?: RespondFn,
): Promise<void> {
  const { dispatcher, platform, client, people } = context;
  const { id, user, name, channel, thread } = delivery;
  await dispatcher.handle(platform, {
    id,
    request,
    who: await people.person(user, name),
    channel,
    thread,
    replyPrivately: (message) =>
      replyPrivately(client, { user, channel, thread: thread?.ts, respond }, message),
  });
}
