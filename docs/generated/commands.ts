import type { Command, Option } from '../../core/command-line/declare.ts';
import { code, table } from './table.ts';

export function commandsTable(commands: readonly Command[]): string {
  return table(
    ['command', 'what it does'],
    commands.map(({ name, about, terminal }) => [
      `[${code(name)}](#${name})`,
      terminal ? `${about} (in the terminal alone)` : about,
    ]),
  );
}

/** A heading for each command, with its options and examples. */
export function commandDetails(commands: readonly Command[]): string {
  return commands.map(detail).join('\n\n');
}

function detail({ name, about, options, examples, terminal }: Command): string {
  const rows = Object.entries(options).map(([option, declared]) => [
    code(declared.positional ? option : `--${option}`),
    valuesOf(declared),
    `${declared.about}${declared.required ? ' (needed)' : ''}`,
  ]);
  const begin = terminal ? 'npm run -s probe --' : '/probe';
  return [
    `### ${name}`,
    `${about}.`,
    ...(rows.length > 0 ? [table(['option', 'value', 'what it says'], rows)] : []),
    [
      `\`\`\`${terminal ? 'sh' : 'text'}`,
      ...examples.map((example) => `${begin} ${example}`),
      '```',
    ].join('\n'),
  ].join('\n\n');
}

function valuesOf(option: Option): string {
  switch (option.kind) {
    case 'integer':
    case 'number':
      return `${option.min} to ${option.max}`;
    case 'choice':
      return option.choices.map(code).join(', ');
    case 'flag':
      return '';
    case 'models':
    case 'personas':
      return 'names, with commas between them';
    case 'text':
      return option.maxLength === undefined
        ? 'text'
        : `text of ${option.maxLength} characters at most`;
    case 'model':
    case 'probe':
    case 'run':
    case 'command':
      return `a ${option.kind}`;
  }
}
