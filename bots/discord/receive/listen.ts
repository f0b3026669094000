import { type Client, Events, type Interaction } from 'discord.js';
import type { View } from '../../../core/views/view.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Platform } from '../../platform.ts';
import { facts } from '../send/api-error.ts';
import { createPrivateReply } from '../send/reply-privately.ts';
import type { SendContext } from '../send/request.ts';
import { answerCompletion } from './complete.ts';
import { type Acted, placeOf, requestOf } from './invocation.ts';
import { COMMAND } from './names.ts';
import { personOf } from './person.ts';

/** Hands people's acts to the dispatcher, each acknowledged first. @returns stops it, and waits for what is under way. */
export function listen(
  client: Client,
  dispatcher: Dispatcher,
  platform: Platform,
  sending: SendContext,
): () => Promise<void> {
  const underway = new Set<Promise<void>>();
  const onInteraction = (interaction: Interaction) => {
    const task = act(interaction)
      .catch((error) => sending.log.error(facts(error), 'an interaction broke'))
      .finally(() => underway.delete(task));
    underway.add(task);
  };

  const act = async (interaction: Interaction): Promise<void> => {
    if (interaction.isAutocomplete())
      return answerCompletion(dispatcher, platform, interaction, sending.log);
    if (interaction.isChatInputCommand() || interaction.isButton()) return answer(interaction);
  };

  const answer = async (interaction: Acted): Promise<void> => {
    const reply = createPrivateReply(interaction, sending);
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
        replyPrivately: reply.send,
      });
    } else {
      await reply.send({ view: FORGOTTEN });
    }
    await reply.remove();
  };

  const lineOf = (customId: string) => {
    const line = sending.lines.lineOf(customId);
    return line === undefined ? undefined : { line };
  };

  client.on(Events.InteractionCreate, onInteraction);
  return async () => {
    client.off(Events.InteractionCreate, onInteraction);
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
