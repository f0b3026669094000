import { html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that is ready to be sent. Only `html` makes it, so that nothing else reaches a page. */
export type Html = HtmlEscapedString;

type Part = string | number | boolean | null | undefined | Html | readonly Part[];

/** Markup from a template. Each string in it is text from outside: made visible, then escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const made = template(strings, ...parts.map(safe));
  if (made instanceof Promise) throw new TypeError('a part of this markup is a promise');
  return made;
}

function safe(part: Part): unknown {
  if (typeof part === 'string') return visible(part);
  return Array.isArray(part) ? part.map(safe) : part;
}

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const REPLACEMENT = '\uFFFD';

/**
 * Text as a page can hold it: line ends are one character, control characters are drawn as the
 * pictures that Unicode has for them, and halves of surrogate pairs are replaced.
 */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .toWellFormed()
    .replaceAll(/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g, (char) => {
      const code = char.charCodeAt(0);
      if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
      return code === DELETE ? '\u2421' : REPLACEMENT;
    });
}
