import type { MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { fromShortcut } from './deliveries.ts';
import type { SlackContext } from './invocation.ts';
import { openModal } from './open.ts';

/** “Ask about this message”: the modal, with the message's text in it; the answer goes to its thread. */
export function onShortcut(context: SlackContext) {
  return async ({ ack, body }: SlackShortcutMiddlewareArgs<MessageShortcut>): Promise<void> => {
    await ack();
    await openModal(context, fromShortcut(body));
  };
}
