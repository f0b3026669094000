import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
} from 'discord.js';
import type { Command } from '../../../core/command-line/declare.ts';
import type { Invocation, MessageRef } from '../../platform.ts';
import { commandNamed, optionNamed } from './names.ts';

export type Acted = ChatInputCommandInteraction | ButtonInteraction;

/** The channel, and the thread where it is one: budgets and lists go by the channel that holds the thread. */
export function placeOf({
  channel,
  channelId,
}: Acted | AutocompleteInteraction): Pick<Invocation, 'channel' | 'thread'> {
  if (!channel?.isThread()) return { channel: channelId };
  const thread: MessageRef = { channel: channel.id, message: channel.id, home: 'thread' };
  return { channel: channel.parentId ?? channel.id, thread };
}

/** The command and its options by our names; Discord has checked their types, the dispatcher checks the rest. */
export function requestOf(
  interaction: ChatInputCommandInteraction,
  commands: ReadonlyMap<string, Command>,
): Invocation['request'] {
  const [subcommand] = interaction.options.data;
  const command = commandNamed(subcommand?.name ?? '', commands);
  if (!command) return { line: subcommand?.name ?? '' };
  const values = (subcommand?.options ?? []).flatMap(({ name, value }) => {
    const option = optionNamed(name, command);
    return option && value !== undefined ? [[option.name, value] as const] : [];
  });
  return { command: command.name, values: Object.fromEntries(values) };
}
