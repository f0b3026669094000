import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { type Delivery, namesOf, person, threadRef } from './delivery.ts';
import { commandOf, valuesOf } from './form.ts';
import { dispatch, type SlackContext } from './invocation.ts';
import { readPlace } from './modal-place.ts';

const submissionBody = z.object({
  trigger_id: z.string().optional(),
  user: person,
  view: z.object({
    id: z.string(),
    hash: z.string().optional(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});

/** The modal was sent: a command with the values of its options. */
export function onSubmit(context: SlackContext) {
  return async ({ ack, body }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    await ack();
    const { trigger_id, user, view } = submissionBody.parse(body);
    const command = context.dispatcher.app.commands.get(commandOf(view.state.values) ?? '');
    if (!command) return;
    const { channel, thread } = readPlace(view.private_metadata);
    const delivery: Delivery = {
      id: `form:${trigger_id ?? `${view.id}:${view.hash}`}`,
      ...namesOf(user),
      channel,
      thread: threadRef(channel, thread),
    };
    const values = valuesOf(view.state.values, command);
    await dispatch(context, delivery, { command: command.name, values });
  };
}
