/** Embeddings, overrides, isolates and marks that reorder the text around them, up to the end of a message. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** C0 without tab and line feed, DEL. They have pictures of their own from U+2400 on. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;
const CONTROL_C1 = /[\u0080-\u009F]/g;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** More marks on one letter than any script needs: they would paint over the lines around. */
const MARKS = /(\p{M}{8})\p{M}+/gu;
/** Something that can be seen: not white space, format characters, lone marks or the blank fillers. */
const VISIBLE = /[^\s\p{Cf}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** What stands where there is nothing to read. */
export const EMPTY = '(empty)';

const ZERO_WIDTH_SPACE = '\u200B';

/** Well-formed text with plain line ends in which no character acts on its surroundings. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(BIDI, '')
    .replace(CONTROL, (character) => {
      const code = character.charCodeAt(0);
      return code === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + code);
    })
    .replace(CONTROL_C1, '\uFFFD')
    .replace(MARKS, '$1');
}

export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/**
 * Text that Discord shows literally: no markup, mention, timestamp, emoji code, link or preview comes of it.
 * Expects cleaned text. Every line stands on its own, so that a prefix such as `> ` may be put before each.
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
  return literal(text.replace(/\s+/g, ' ').trim());
}

/** The inside of a code block or of inline code: nothing in it can end the code. */
export function codeSafe(text: string): string {
  return text.replace(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`);
}

/** Inline code. One backtick inside is kept by doubling the fence, as Discord's markdown has it. */
export function inlineCode(text: string): string {
  const inside = codeSafe(text.replace(/\s+/g, ' ').trim());
  return inside.includes('`') ? `\`\` ${inside} \`\`` : `\`${inside}\``;
}
