import { brief } from '../naming.ts';

/** Macros that stand for the names of a card's two speakers. */
const CHARACTER = /\{\{char\}\}|<char>|<bot>/gi;
const USER = /\{\{user\}\}|<user>/gi;
/** A comment of a card's author, and where a chat program's own system prompt would stand. */
const DROPPED = /\{\{\/\/[^{}\n]{0,2000}\}\}|\{\{original\}\}/gi;
const OTHER = /\{\{[^{}\n]{1,200}\}\}/g;

/** Puts names for a card's placeholders; other macros stay as they stand, and are told of. */
export function withNames(text: string, name: string, warn: (sentence: string) => void): string {
  const named = text
    .replace(DROPPED, '')
    .replace(CHARACTER, () => name)
    .replace(USER, () => 'the user');
  const kinds = new Set([...named.matchAll(OTHER)].map(([macro]) => brief(macro, 40)));
  for (const macro of [...kinds].slice(0, 5)) {
    warn(`The macro ${macro} means something to a chat program only; it stays as it stands.`);
  }
  return named;
}
