import { stripVTControlCharacters } from 'node:util';
import { LINE_ENDS, limitMarks, replaceActing } from './characters.ts';

/** Lines of a picture stand closer than those of a message: fewer marks fit between them. */
const MOST_MARKS = 3;

/**
 * A text for a picture, as SVG, PNG or in characters: line breaks stay, sequences for a terminal and
 * what acts are gone, and private characters, for which no font has a glyph, are spaces.
 * @param most code units that are looked at
 */
export function sanitisePicture(text: string, most = 4000): string {
  const plain = stripVTControlCharacters(text.slice(0, most))
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(LINE_ENDS, '\n');
  const harmless = replaceActing(plain, (_, kind) => (kind === 'controls' ? ' ' : ''));
  return limitMarks(harmless, MOST_MARKS)
    .replaceAll(/\p{Co}/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\n\s*\n\s*/g, '\n\n')
    .trim();
}

/** As `sanitisePicture`, on one line. */
export function sanitisePictureLine(text: string): string {
  return sanitisePicture(text, 500).replaceAll(/\s+/g, ' ');
}
