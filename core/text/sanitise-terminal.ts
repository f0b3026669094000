import { limitMarks, replaceActing } from './characters.ts';
import { collapse } from './sanitise.ts';

/** A text of any origin as it may stand in a terminal: line breaks kept, what acts written as an escape. */
export function sanitiseTerminal(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ');
  return limitMarks(replaceActing(plain, escapeOf));
}

/** As `sanitiseTerminal`, for what has to stand on one line. */
export function sanitiseTerminalLine(text: string): string {
  return collapse(sanitiseTerminal(text));
}

/** JSON in which no string holds a character that acts, and which is read as the same value. */
export function sanitiseJson(json: string): string {
  return replaceActing(json, utf16EscapeOf);
}

/** JSON whose strings, once they are read, hold nothing that acts: escapes stand there to be seen. */
export function sanitiseJsonStrings(json: string): string {
  return replaceActing(json, (character) => escapeOf(character).replace('\\', '\\\\'));
}

/** `\x1b`, `\u202e`, `\u{e0041}`: the shortest that JavaScript has. */
function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? utf16EscapeOf(character) : `\\u{${code.toString(16)}}`;
}

function utf16EscapeOf(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
