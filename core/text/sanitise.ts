import { type ActingClass, isBlank, LINE_ENDS, limitMarks, replaceActing } from './characters.ts';

/** Stands where there is nothing to read. */
export const EMPTY_TEXT = '(empty)';

const REPLACEMENT = '\ufffd';
const PICTURE_OF_DELETE = '\u2421';

/**
 * A text for a message or a page, with its lines. Controls show as their pictures (␛), what would
 * reorder a line as �, and what has no width is gone. The text never grows longer.
 */
export function sanitiseBlock(text: string): string {
  return limitMarks(replaceActing(text.toWellFormed().replace(LINE_ENDS, '\n'), shownInstead));
}

/** As `sanitiseBlock`, on one line. */
export function sanitiseLine(text: string): string {
  return collapse(sanitiseBlock(text));
}

/** As `sanitiseBlock`, or “(empty)” where nothing would be seen. */
export function sanitiseShown(text: string): string {
  return isBlank(text) ? EMPTY_TEXT : sanitiseBlock(text);
}

/** As `sanitiseShown`, on one line. */
export function sanitiseShownLine(text: string): string {
  return collapse(sanitiseShown(text));
}

/** A text to be kept, such as one from a file: its lines stay, and what acts is gone without a trace. */
export function stripBlock(text: string): string {
  const plain = text.toWellFormed().replace(LINE_ENDS, '\n');
  return limitMarks(replaceActing(plain, () => '')).trim();
}

/** A name or a value to be kept or repeated, on one line: what acts is a space. */
export function stripLine(text: string): string {
  return collapse(limitMarks(replaceActing(text.toWellFormed(), () => ' ')));
}

/** Runs of white space as one space each, and none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shownInstead(character: string, kind: ActingClass): string {
  switch (kind) {
    case 'controls':
      return pictureOf(character.charCodeAt(0));
    case 'directionMarks':
    case 'invisible':
      return '';
    case 'overrides':
    case 'annotations':
    case 'noncharacters':
      return REPLACEMENT;
  }
}

/** Unicode has pictures of the first 32 controls and of delete. */
function pictureOf(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? PICTURE_OF_DELETE : REPLACEMENT;
}
