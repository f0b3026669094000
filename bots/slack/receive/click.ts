import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { type Delivery, namesOf, person, threadRef } from './delivery.ts';
import { dispatch, type SlackContext } from './invocation.ts';

const clickBody = z.object({
  trigger_id: z.string(),
  user: person,
  channel: z.object({ id: z.string() }),
  container: z
    .object({ message_ts: z.string().optional(), thread_ts: z.string().optional() })
    .default({}),
  actions: z.tuple([z.object({ value: z.string() })]).rest(z.unknown()),
});

/** A button under a message: its value is the command line. */
export function onClick(context: SlackContext) {
  return async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const { trigger_id, user, channel, container, actions } = clickBody.parse(body);
    const { message_ts, thread_ts } = container;
    const delivery: Delivery = {
      id: `click:${trigger_id}`,
      ...namesOf(user),
      channel: channel.id,
      // The first message of a thread carries its own ts as that of the thread.
      thread: thread_ts === message_ts ? undefined : threadRef(channel.id, thread_ts),
    };
    await dispatch(context, delivery, { line: actions[0].value }, respond);
  };
}
