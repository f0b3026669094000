import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { fromClick } from './deliveries.ts';
import { dispatch, type SlackContext } from './invocation.ts';

/** A button under a message: its value is the command line. */
export function onClick(context: SlackContext) {
  return async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const delivery = fromClick(body);
    await dispatch(context, delivery, { line: delivery.line }, respond);
  };
}
