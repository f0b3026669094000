import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { unescapeMarkup } from '../render/escape.ts';
import type { Delivery } from './delivery.ts';
import { dispatch, type SlackContext } from './invocation.ts';
import { openModal } from './open.ts';

const commandBody = z.object({
  trigger_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  channel_id: z.string(),
  text: z.string().default(''),
});

/** `/probe …`; without anything behind it, the modal to pick from. */
export function onCommand(context: SlackContext) {
  return async ({ ack, body, respond }: SlackCommandMiddlewareArgs): Promise<void> => {
    await ack();
    const read = commandBody.parse(body);
    const { trigger_id: trigger, channel_id: channel } = read;
    const line = unescapeMarkup(read.text);
    if (line === '' && (await openModal(context, { trigger, place: { channel } }))) return;
    const delivery: Delivery = {
      id: `command:${trigger}`,
      user: read.user_id,
      name: read.user_name,
      channel,
    };
    await dispatch(context, delivery, { line: line === '' ? 'help' : line }, respond);
  };
}
