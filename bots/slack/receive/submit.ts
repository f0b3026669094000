import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { hand, type SlackContext } from './context.ts';
import { fromSubmission } from './deliveries.ts';
import { commandOf, valuesOf } from './form.ts';

/** The modal was sent: a command with the values of its options. */
export function onSubmit(context: SlackContext) {
  return async ({ ack, body }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    await ack();
    const delivery = fromSubmission(body);
    const command = context.dispatcher.app.commands.get(commandOf(delivery.values) ?? '');
    if (!command) return;
    const values = valuesOf(delivery.values, command);
    await hand(context, delivery, { command: command.name, values });
  };
}
