import { scan } from '../../../core/command-line/tokens.ts';
import { columnsOf, padColumns } from '../../../core/text/columns.ts';
import { sanitiseTerminalLine } from '../../../core/text/sanitise-terminal.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { Action } from '../../../core/views/view.ts';
import type { Frame } from './frame.ts';
import { hang } from './lines.ts';

/** Buttons as command lines to type, beside what they do where all of them fit. */
export function actionLines(actions: readonly Action[], frame: Frame): readonly string[] {
  const all = actions.map(({ label, line }) => ({
    label: sanitiseTerminalLine(label),
    lines: commandLines(line, frame),
  }));
  const column = Math.max(0, ...all.map(({ label }) => columnsOf(label))) + 2;
  const fits = all.every(({ lines }) => column + Math.max(...lines.map(columnsOf)) <= frame.width);
  return all.flatMap(({ label, lines }) =>
    fits
      ? hang(lines, frame.style.muted(padColumns(label, column)), ' '.repeat(column))
      : [...wrap(label, frame.width).map(frame.style.muted), ...hang(lines, '  ', '  ')],
  );
}

/** A command line of the chat as one of the shell's, in as many lines as it needs. */
export function commandLines(line: string, { command, width, style }: Frame): string[] {
  return wrap(sanitiseTerminalLine(shellLine(command, line)), width - 2).map(style.command);
}

/** A command line of the chat, as it is typed in a POSIX shell. */
function shellLine(command: string, line: string): string {
  const words = scan(line).tokens.map(({ text, whole, start, end }) =>
    word(whole ? text : line.slice(start, end)),
  );
  return [command, ...words].join(' ');
}

/** Double quotes read better, but a shell looks for more to do between them. */
function word(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
