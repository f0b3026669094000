import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import type { Command, Option } from '../../../core/command-line/declare.ts';
import { LIMITS } from '../limits.ts';
import { plainLabel } from '../render/escape.ts';
import { COMMAND, discordNames } from './names.ts';

export type CommandBody = RESTPostAPIChatInputApplicationCommandsJSONBody;

const ABOUT = 'Ask models who they are, under several personas, side by side';

/** Sizes of the declaration: the fullest that fits is taken. */
const SIZES = [
  { description: LIMITS.description.max, options: LIMITS.options.max },
  { description: 50, options: LIMITS.options.max },
  { description: 20, options: LIMITS.options.max },
  { description: 1, options: LIMITS.options.max },
  { description: 1, options: 5 },
  { description: 1, options: 0 },
] as const;
type Size = (typeof SIZES)[number];

/** The slash command with one subcommand for each command, within Discord's limits whatever is declared. */
export function commandBody(commands: Iterable<Command>): CommandBody {
  const all = [...commands].slice(0, LIMITS.options.max);
  const bodies = SIZES.map((size) => () => bodyOf(all, size));
  for (const body of bodies) {
    const made = body();
    if (textOf(made) <= LIMITS.commandText.max) return made;
  }
  return bodyOf([], SIZES[0]);
}

/** Characters of all names, descriptions and values, as Discord counts them. */
export function textOf(body: unknown): number {
  if (Array.isArray(body)) return body.reduce((sum: number, one) => sum + textOf(one), 0);
  if (typeof body !== 'object' || body === null) return 0;
  return Object.entries(body).reduce((sum, [key, value]) => {
    const counted = ['name', 'description', 'value'].includes(key);
    return sum + (counted ? String(value).length : textOf(value));
  }, 0);
}

function bodyOf(commands: readonly Command[], size: Size): CommandBody {
  const names = discordNames(commands.map(({ name }) => name));
  return {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND,
    description: ABOUT,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: commands.map((command) => subcommand(command, names.get(command.name) ?? '', size)),
  };
}

function subcommand(
  { about, options }: Command,
  name: string,
  size: Size,
): APIApplicationCommandSubcommandOption {
  const names = discordNames(Object.keys(options));
  const made = Object.entries(options).map(([ours, declared]) =>
    option(names.get(ours) ?? '', declared, size),
  );
  const inOrder = [...made.filter((one) => one.required), ...made.filter((one) => !one.required)];
  return {
    type: Type.Subcommand,
    name,
    description: described(about, size),
    options: inOrder.slice(0, size.options),
  };
}

function option(name: string, declared: Option, size: Size): APIApplicationCommandBasicOption {
  const base = {
    name,
    description: described(declared.about, size),
    required: declared.required === true,
  };
  switch (declared.kind) {
    case 'text':
      return { ...base, type: Type.String, ...maxLength(declared.maxLength) };
    case 'integer':
      return {
        ...base,
        type: Type.Integer,
        min_value: Math.max(Math.ceil(declared.min), Number.MIN_SAFE_INTEGER),
        max_value: Math.min(Math.floor(declared.max), Number.MAX_SAFE_INTEGER),
      };
    case 'number':
      return {
        ...base,
        type: Type.Number,
        min_value: Math.max(declared.min, Number.MIN_SAFE_INTEGER),
        max_value: Math.min(declared.max, Number.MAX_SAFE_INTEGER),
      };
    case 'flag':
      return { ...base, type: Type.Boolean };
    case 'choice':
      return fitsAsChoices(declared.choices)
        ? {
            ...base,
            type: Type.String,
            choices: declared.choices.map((value) => ({ name: value, value })),
          }
        : { ...base, type: Type.String, autocomplete: true };
    case 'models':
    case 'personas':
    case 'model':
    case 'probe':
    case 'run':
    case 'command':
      return { ...base, type: Type.String, autocomplete: true };
  }
}

function described(about: string, size: Size): string {
  return plainLabel(about, size.description) || '…';
}

function maxLength(max: number | undefined): { readonly max_length?: number } {
  return max === undefined || max >= LIMITS.optionLength.max
    ? {}
    : { max_length: Math.max(1, Math.floor(max)) };
}

/** Discord shows a fixed list of choices only where all of them are short, few and different. */
function fitsAsChoices(choices: readonly string[]): boolean {
  const fits = (choice: string) =>
    choice.trim() !== '' && choice.length <= LIMITS.choiceText.max && choice.isWellFormed();
  return (
    choices.length > 0 &&
    choices.length <= LIMITS.choices.max &&
    new Set(choices).size === choices.length &&
    choices.every(fits)
  );
}
