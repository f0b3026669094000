import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Desk } from '../../desk.ts';
import type { Invocation, Port } from '../../port.ts';
import type { Delivery } from '../deliveries.ts';
import type { People } from '../people.ts';
import { tell } from '../tell.ts';

/** What every listener works with. */
export interface SlackContext {
  readonly desk: Desk;
  readonly port: Port;
  readonly client: WebClient;
  readonly people: People;
  /** The bot's own user id. */
  readonly bot: string;
  readonly log: Logger;
}

/** Hands a delivery to the desk. */
export async function hand(
  context: SlackContext,
  delivery: Delivery,
  request: Invocation['request'],
  respond?: RespondFn,
): Promise<void> {
  const { desk, port, client, people } = context;
  const { id, user, name, channel, thread } = delivery;
  await desk.handle(port, {
    id,
    request,
    who: await people.person(user, name),
    channel,
    thread,
    tell: (message) => tell(client, { user, channel, thread: thread?.ts, respond }, message),
  });
}
