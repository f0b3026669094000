import type { MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { unescapeMarkup } from '../render/escape.ts';
import type { SlackContext } from './invocation.ts';
import { openModal } from './open.ts';

const shortcutBody = z.object({
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({
    text: z.string().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** “Ask about this message”: the modal, with the message's text in it; the answer goes to its thread. */
export function onShortcut(context: SlackContext) {
  return async ({ ack, body }: SlackShortcutMiddlewareArgs<MessageShortcut>): Promise<void> => {
    await ack();
    const { trigger_id, channel, message } = shortcutBody.parse(body);
    await openModal(context, {
      trigger: trigger_id,
      text: unescapeMarkup(message.text),
      place: { channel: channel.id, thread: message.thread_ts ?? message.ts },
    });
  };
}
