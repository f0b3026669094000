/**
 * What a terminal would act on, or what hides or reorders the text around it: control characters,
 * marks that turn the direction of writing, characters without a width, tags.
 * Joiners and variation selectors stay, since emoji and several scripts need them.
 */
const HARMFUL =
  /[[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\u200c\u200d\ufe00-\ufe0f]]/gv;

/** A text of any origin as it may stand in a terminal: line breaks kept, the rest made visible. */
export function safe(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(HARMFUL, (char) => (char === '\n' ? char : escaped(char)));
}

/** As `safe`, for what has to stand on one line. */
export function safeLine(text: string): string {
  return safe(text).replace(/\s+/g, ' ').trim();
}

/** JSON in which no string holds a character that a terminal would act on. */
export function safeJson(json: string): string {
  return json.replace(HARMFUL, (char) => (char === '\n' ? char : utf16(char)));
}

function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? utf16(char) : `\\u{${code.toString(16)}}`;
}

function utf16(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
