import type { ListItem, Message } from './view.ts';

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

/** The names of what can be tried. */
export interface Known {
  readonly probes: readonly string[];
  readonly personas: readonly string[];
}

/** Three things to try, the most fun first, and then every command. */
export function helpMessage(lines: readonly CommandLine[], known: Known): Message {
  const personas = ['assistant', 'pirate', 'alien-scholar'].filter((name) =>
    known.personas.includes(name),
  );
  const probe = known.probes.find((name) => name === 'embodiment-slip') ?? known.probes[0];
  const tries: ListItem[] = [
    {
      label: 'Ask several characters at once',
      text: 'One question, their answers side by side.',
      line: `ask "Why do humans crave sugar?" --personas ${personas.join(',') || 'assistant'}`,
    },
    ...(probe === undefined
      ? []
      : [
          {
            label: 'Run a probe',
            text: 'Many questions, an estimate with its interval, one careful sentence.',
            line: `run ${probe} --samples 2`,
          },
        ]),
    {
      label: 'See who can be asked',
      text: 'The models that are configured, and how they do.',
      line: 'models',
    },
  ];
  return {
    view: {
      state: 'info',
      blocks: [
        { kind: 'heading', text: 'Who is answering?' },
        {
          kind: 'text',
          text: 'A few models, each under a few personas, answer the same thing; you see them side by side. Three things to try:',
        },
        { kind: 'list', items: tries },
        { kind: 'heading', text: 'All commands' },
        {
          kind: 'list',
          items: lines.map(({ name, about }) => ({
            label: name,
            text: about,
            line: `help ${name}`,
          })),
        },
      ],
      actions: [],
    },
  };
}

export function commandHelpMessage(help: CommandHelp): Message {
  return {
    view: {
      state: 'info',
      blocks: [
        { kind: 'heading', text: help.name },
        { kind: 'text', text: help.about },
        { kind: 'code', text: help.usage },
        ...(help.options.length > 0
          ? [
              {
                kind: 'list' as const,
                items: help.options.map(({ form, says, required }) => ({
                  label: required ? `${form} (needed)` : form,
                  text: says,
                })),
              },
            ]
          : []),
        {
          kind: 'list',
          items: help.examples.map((line) => ({ label: 'For example', text: line, line })),
        },
      ],
      actions: [],
    },
  };
}
