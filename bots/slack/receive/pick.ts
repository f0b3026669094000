import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { offered } from '../../../core/command-line/offered.ts';
import type { SlackContext } from './invocation.ts';
import { commandModal } from './modal.ts';
import { readPlace } from './modal-place.ts';

const pickBody = z.object({
  view: z.object({ id: z.string(), hash: z.string(), private_metadata: z.string() }),
  actions: z
    .tuple([z.object({ selected_option: z.object({ value: z.string() }) })])
    .rest(z.unknown()),
});

/** Another command was picked in the modal: it now shows that command's options. */
export function onPick({ dispatcher, client }: SlackContext) {
  return async ({ ack, body }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const { view, actions } = pickBody.parse(body);
    const commands = offered(dispatcher.app.commands, false);
    const picked = commands.get(actions[0].selected_option.value);
    if (!picked) return;
    const place = readPlace(view.private_metadata);
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: commandModal({ commands, picked, place }),
    });
  };
}
