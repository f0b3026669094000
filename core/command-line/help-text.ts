import { digits, listOr } from '../text/plural.ts';
import type { CommandHelp, CommandLine } from '../views/help.ts';
import { accepts } from './accepts.ts';
import type { Command, Option } from './declare.ts';

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
