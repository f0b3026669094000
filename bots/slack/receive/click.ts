import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { hand, type SlackContext } from './context.ts';
import { fromClick } from './deliveries.ts';

/** A button under a message: its value is the command line. */
export function onClick(context: SlackContext) {
  return async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const delivery = fromClick(body);
    await hand(context, delivery, { line: delivery.line }, respond);
  };
}
