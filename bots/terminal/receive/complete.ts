import { completeLine } from '../../../core/command-line/complete-line.ts';
import type { Names } from '../../../core/command-line/names.ts';
import { sanitiseTerminalLine } from '../../../core/text/sanitise-terminal.ts';
import { FLAGS } from './flags.ts';
import { WORDS } from './names.ts';

/** One word that can take the place of the word at the caret. */
export interface Completion {
  readonly value: string;
  /** One line for a person; empty where there is nothing to say. */
  readonly about: string;
}

/** Names come from configurations and servers: one that a shell would read as more than a word is left out. */
const PLAIN = /^[\w@%+=:,./-]+$/;
const EVERYWHERE = Object.entries(FLAGS).map(([name, about]) => ({ value: `--${name}`, about }));

/**
 * Completes what stands before the caret in a shell.
 * @param line up to the caret, the program's name included.
 * @param word the word at the caret as the shell splits lines; it may go on behind the caret.
 */
export async function completeShellLine(
  known: Names,
  line: string,
  word: string,
): Promise<readonly Completion[]> {
  const typed = wordBefore(line, word);
  const rest = withoutFlags(line.replace(/^\s*\S*\s?/, ''));
  const { kind, from, choices } = await completeLine(known, rest, rest.length, {
    atTerminal: true,
  });
  // The shell replaces its own word, which may begin before or after the part that is completed.
  const part = rest.slice(from);
  const ahead = typed.slice(0, Math.max(0, typed.length - part.length));
  const completed = choices.map(({ label, value }) => ({
    value: ahead + value.slice(Math.max(0, part.length - typed.length)),
    about: sanitiseTerminalLine(label.split(' · ').slice(1).join(' · ')),
  }));
  const more = kind === 'option' || typed.startsWith('-') ? EVERYWHERE : [];
  const words =
    kind === 'command' && from === 0
      ? Object.entries(WORDS).map(([value, about]) => ({ value, about }))
      : [];
  return [...completed, ...words, ...more].filter(
    ({ value }) => value.startsWith(typed) && PLAIN.test(value),
  );
}

/** The part of the word that stands before the caret. */
function wordBefore(line: string, word: string): string {
  let typed = word;
  while (!line.endsWith(typed)) typed = typed.slice(0, -1);
  return typed;
}

/** The flags of every command are no part of one. */
function withoutFlags(line: string): string {
  const names = Object.keys(FLAGS).join('|');
  return line.replaceAll(new RegExp(`(?<=^|\\s)--(?:${names})\\s+`, 'g'), '');
}
