import { type Client, Events, type Interaction } from 'discord.js';
import type { View } from '../../core/views/view.ts';
import type { Desk } from '../desk.ts';
import type { Port } from '../port.ts';
import { answerTo } from './answer.ts';
import { autocomplete } from './autocomplete.ts';
import { COMMAND } from './blocks.ts';
import { facts } from './errors.ts';
import { type Acted, personOf, placeOf, requestOf } from './invocation.ts';
import type { Outbox } from './send.ts';

/** Hands to the desk what people do, each acknowledged first. Returns what stops it and waits for the rest. */
export function listen(
  client: Client,
  desk: Desk,
  port: Port,
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
    if (interaction.isAutocomplete()) return autocomplete(desk, port, interaction, outbox.log);
    if (interaction.isChatInputCommand() || interaction.isButton()) return answer(interaction);
  };

  const answer = async (interaction: Acted): Promise<void> => {
    const reply = answerTo(interaction, outbox);
    if (!(await reply.acknowledge())) return;
    const request = interaction.isButton()
      ? lineOf(interaction.customId)
      : requestOf(interaction, desk.lab.commands);
    if (request) {
      await desk.handle(port, {
        id: interaction.id,
        request,
        who: personOf(interaction),
        ...placeOf(interaction),
        tell: reply.tell,
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
