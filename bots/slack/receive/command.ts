import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { fromCommand } from './deliveries.ts';
import { dispatch, type SlackContext } from './invocation.ts';
import { openModal } from './open.ts';

/** `/probe …`; without anything behind it, the modal to pick from. */
export function onCommand(context: SlackContext) {
  return async ({ ack, body, respond }: SlackCommandMiddlewareArgs): Promise<void> => {
    await ack();
    const delivery = fromCommand(body);
    const { line, trigger, channel } = delivery;
    if (line === '' && (await openModal(context, { trigger, place: { channel } }))) return;
    await dispatch(context, delivery, { line: line === '' ? 'help' : line }, respond);
  };
}
