import { ZERO_WIDTH_SPACE } from '../../../core/text/characters.ts';
import { collapse, sanitiseLine } from '../../../core/text/sanitise.ts';
import { ELLIPSIS, takeCodeUnits, truncateCodeUnits } from '../../../core/text/truncate.ts';

/**
 * Text that Discord shows literally: no markup, mention, timestamp, emoji code, link or preview comes of it.
 * Expects sanitised text. Every line stands on its own, so that a prefix such as `> ` may be put before each.
 */
export function literal(text: string): string {
  return text
    .replace(/[\\`*_~|[\]<]/g, '\\$&')
    .replace(/^([ \t]*)([#>+-])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2')
    .replace(/:(?=\S)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`)
    .replace(/(discord(?:app)?)\.(?=\w)/gi, '$1\\.');
}

/** `literal` on one line: line ends and runs of white space become one space. */
export function literalLine(text: string): string {
  return literal(collapse(text));
}

/** The inside of a code block or of inline code: nothing in it can end the code. */
export function codeSafe(text: string): string {
  return text.replace(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`);
}

/** Inline code. One backtick inside is kept by doubling the fence, as Discord's markdown has it. */
export function inlineCode(text: string): string {
  const inside = codeSafe(collapse(text));
  return inside.includes('`') ? `\`\` ${inside} \`\`` : `\`${inside}\``;
}

export function fence(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}

/** A sanitised text on one line of at most `max` code units, for a label in which no markup is read. */
export function plainLabel(text: string, max: number): string {
  const near = takeCodeUnits(text, 8 * max);
  const line = sanitiseLine(near);
  return truncateCodeUnits(near.length < text.length ? line + ELLIPSIS : line, max);
}
