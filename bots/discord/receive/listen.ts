import { type Client, Events, type Interaction } from 'discord.js';
import type { View } from '../../../core/views/view.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Platform } from '../../platform.ts';
import { facts } from '../send/api-error.ts';
import type { Outbox } from '../send/outbox.ts';
import { answerTo } from '../send/private-reply.ts';
import { autocomplete } from './autocomplete.ts';
import { COMMAND } from './command-name.ts';
import { type Acted, personOf, placeOf, requestOf } from './invocation.ts';

/** Hands to the dispatcher what people do, each acknowledged first. Returns what stops it and waits for the rest. */
export function listen(
  client: Client,
  dispatcher: Dispatcher,
  platform: Platform,
  outbox: Outbox,
): () => Promise<void> {
  const underway = new Set<Promise<void>>();
  const hear = (interaction: Interaction) => {
    const task = act(interaction)
      .catch((error) => outbox.log.error(facts(error), 'an interaction broke'))
      .finally(() => underway.delete(task));
    underway.add(task);
  };

  const act = async (interaction: Interaction): Promise<void> => {
    if (interaction.isAutocomplete())
      return autocomplete(dispatcher, platform, interaction, outbox.log);
    if (interaction.isChatInputCommand() || interaction.isButton()) return answer(interaction);
  };

  const answer = async (interaction: Acted): Promise<void> => {
    const reply = answerTo(interaction, outbox);
    if (!(await reply.acknowledge())) return;
    const request = interaction.isButton()
      ? lineOf(interaction.customId)
      : requestOf(interaction, dispatcher.app.commands);
    if (request) {
      await dispatcher.handle(platform, {
        id: interaction.id,
        request,
        who: personOf(interaction),
        ...placeOf(interaction),
        replyPrivately: reply.tell,
      });
    } else {
      await reply.tell({ view: FORGOTTEN });
    }
    await reply.finish();
  };

  const lineOf = (customId: string) => {
    const line = outbox.lines.lineOf(customId);
    return line === undefined ? undefined : { line };
  };

  client.on(Events.InteractionCreate, hear);
  return async () => {
    client.off(Events.InteractionCreate, hear);
    await Promise.all(underway);
  };
}

const FORGOTTEN: View = {
  state: 'info',
  blocks: [
    { kind: 'text', text: 'This button is from before the bot’s last start, and no longer works.' },
    { kind: 'text', text: `Type the command instead; /${COMMAND} history lists the latest runs.` },
  ],
  actions: [],
};
