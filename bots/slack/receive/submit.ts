import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { fromSubmission } from './deliveries.ts';
import { commandOf, valuesOf } from './form.ts';
import { dispatch, type SlackContext } from './invocation.ts';

/** The modal was sent: a command with the values of its options. */
export function onSubmit(context: SlackContext) {
  return async ({ ack, body }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    await ack();
    const delivery = fromSubmission(body);
    const command = context.dispatcher.app.commands.get(commandOf(delivery.values) ?? '');
    if (!command) return;
    const values = valuesOf(delivery.values, command);
    await dispatch(context, delivery, { command: command.name, values });
  };
}
