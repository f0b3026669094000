import { scan } from '../../../core/command-line/tokens.ts';

/** A command line of the chat, as it is typed in a POSIX shell. */
export function shellLine(command: string, line: string): string {
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
