import { digits, listOr } from '../text/plural.ts';
import { accepts } from './accepts.ts';
import type { Command, Option } from './declare.ts';

/** One line of the overview. */
export interface CommandLine {
  readonly name: string;
  readonly about: string;
  readonly example: string;
}

export interface OptionHelp {
  /** As it is typed: `--samples`, or `<prompt>` for words without a flag. */
  readonly form: string;
  readonly about: string;
  /** The values that it takes, in words. */
  readonly takes: string;
  /** Its purpose and, where there are any, its limits: one line. */
  readonly says: string;
  readonly required: boolean;
}

export interface CommandHelp {
  readonly name: string;
  readonly about: string;
  /** `ask <prompt> [--models a,b] [--samples n]` */
  readonly usage: string;
  readonly options: readonly OptionHelp[];
  readonly examples: readonly [string, ...string[]];
}

export function overview(commands: ReadonlyMap<string, Command>): readonly CommandLine[] {
  return [...commands.values()].map(({ name, about, examples }) => ({
    name,
    about,
    example: examples[0],
  }));
}

export function commandHelp(command: Command): CommandHelp {
  const options = Object.entries(command.options);
  return {
    name: command.name,
    about: command.about,
    usage: [command.name, ...options.map(([name, option]) => inUsage(name, option))].join(' '),
    options: options.map(([name, option]) => ({
      form: option.positional ? `<${name}>` : `--${name}`,
      about: option.about,
      takes: accepts(option),
      says: [option.about, ...limits(option)].join(': '),
      required: option.required === true,
    })),
    examples: command.examples,
  };
}

function limits(option: Option): readonly string[] {
  switch (option.kind) {
    case 'integer':
    case 'number':
      return [`${digits(option.min)} to ${digits(option.max)}`];
    case 'choice':
      return [listOr(option.choices)];
    case 'text':
      return option.maxLength === undefined
        ? []
        : [`at most ${digits(option.maxLength)} characters`];
    case 'flag':
    case 'models':
    case 'personas':
    case 'model':
    case 'probe':
    case 'run':
    case 'command':
      return [];
  }
}

function inUsage(name: string, option: Option): string {
  const form = option.positional ? `<${name}>` : [`--${name}`, standIn(option)].join(' ').trim();
  return option.required ? form : `[${form}]`;
}

/** The placeholder of a value in a usage line. */
function standIn(option: Option): string {
  switch (option.kind) {
    case 'flag':
      return '';
    case 'choice':
      return option.choices.join('|');
    case 'integer':
    case 'number':
      return 'n';
    case 'models':
    case 'personas':
      return 'a,b';
    case 'text':
    case 'model':
    case 'probe':
    case 'run':
    case 'command':
      return `<${option.kind}>`;
  }
}
