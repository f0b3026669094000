import type { Command } from '../../../core/command-line/declare.ts';
import { commandHelp, overview } from '../../../core/command-line/help-text.ts';
import { IS_SOURCE } from '../../../core/files/package-files.ts';
import type { Block, View } from '../../../core/views/view.ts';
import { FLAGS } from '../receive/flags.ts';
import { COMMAND, WORDS } from '../receive/names.ts';
import { EXIT } from '../send/exit.ts';

/** How a command is used in a terminal, or, without one, what there is. */
export function terminalHelp(commands: ReadonlyMap<string, Command>, command?: Command): View {
  const blocks = command ? pageOf(command) : overviewOf(commands);
  return { state: 'info', blocks: [...blocks, ...shared()], actions: [] };
}

function overviewOf(commands: ReadonlyMap<string, Command>): readonly Block[] {
  return [
    { kind: 'heading', text: 'Ask a few models, each under a few personas, the same thing' },
    { kind: 'code', text: `${COMMAND} <command> [options]` },
    table(
      ['command', 'what it does'],
      [
        ...overview(commands).map(({ name, about }) => [name, about]),
        // The repository's own are npm scripts.
        ...(IS_SOURCE ? [] : Object.entries(WORDS)),
      ],
    ),
    { kind: 'note', text: `${COMMAND} <command> --help says more of one. For example:` },
    { kind: 'code', text: `${COMMAND} ${overview(commands)[0]?.example ?? 'help'}` },
  ];
}

function pageOf(command: Command): readonly Block[] {
  const { about, usage, options, examples } = commandHelp(command);
  const rows = options.map(({ form, says }) => [form, says]);
  return [
    { kind: 'heading', text: about },
    { kind: 'code', text: `${COMMAND} ${usage}` },
    ...(rows.length > 0 ? [table(['option', 'what it is for'], rows)] : []),
    { kind: 'code', text: examples.map((line) => `${COMMAND} ${line}`).join('\n') },
  ];
}

function shared(): readonly Block[] {
  return [
    table(
      ['with every command', ''],
      Object.entries(FLAGS).map(([name, about]) => [`--${name}`, about]),
    ),
    table(
      ['exit code', 'meaning'],
      Object.values(EXIT).map(({ code, about }) => [String(code), about]),
    ),
  ];
}

function table(head: readonly [string, string], rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    caption: '',
    header: head.map((text) => ({ text, align: 'left' })),
    rows: rows.map((cells) => ({ cells })),
  };
}
