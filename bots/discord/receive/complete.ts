import type { AutocompleteInteraction } from 'discord.js';
import type { Logger } from 'pino';
import type { Choice, Dispatcher } from '../../dispatcher.ts';
import type { Platform } from '../../platform.ts';
import { LIMITS, TIMES } from '../limits.ts';
import { plainLabel } from '../render/escape.ts';
import { facts } from '../send/api-error.ts';
import { placeOf } from './invocation.ts';
import { commandNamed, optionNamed } from './names.ts';
import { personOf } from './person.ts';

/** Leaves time for the answer to travel: a late one is refused. */
const TIMEOUT_MS = TIMES.acknowledge.max - 1000;

/** Answers with what the option may become; with nothing where that takes too long or breaks. */
export async function answerCompletion(
  dispatcher: Dispatcher,
  platform: Platform,
  interaction: AutocompleteInteraction,
  log: Logger,
): Promise<void> {
  const logAndGiveNone = (error: unknown) => {
    log.debug(facts(error), 'a completion came to nothing');
    return [];
  };
  const choices = await withinTimeout(
    completionsFor(dispatcher, platform, interaction).catch(logAndGiveNone),
  );
  await interaction.respond(responseOf(choices)).catch(logAndGiveNone);
}

async function completionsFor(
  dispatcher: Dispatcher,
  platform: Platform,
  interaction: AutocompleteInteraction,
): Promise<readonly Choice[]> {
  const { options } = interaction;
  const focused = options.getFocused(true);
  const command = commandNamed(options.getSubcommand(false) ?? '', dispatcher.app.commands);
  const option = command && optionNamed(focused.name, command);
  if (!option) return [];
  const { channel } = placeOf(interaction);
  const from = { platform, who: personOf(interaction), channel };
  return dispatcher.complete(command.name, option.name, String(focused.value), from);
}

/** At most 25; values that Discord would refuse are left out, since a shortened one would mean something else. */
export function responseOf(choices: readonly Choice[]): { name: string; value: string }[] {
  return choices
    .filter(({ value }) => value !== '' && value.length <= LIMITS.choiceText.max)
    .slice(0, LIMITS.choices.max)
    .map(({ label, value }) => ({ name: plainLabel(label, LIMITS.choiceText.max) || '…', value }));
}

async function withinTimeout(choices: Promise<readonly Choice[]>): Promise<readonly Choice[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Choice[]>();
  const timer = setTimeout(resolve, TIMEOUT_MS, []);
  try {
    return await Promise.race([choices, promise]);
  } finally {
    clearTimeout(timer);
  }
}
