import { html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { sanitiseBlock } from '../../../core/text/sanitise.ts';

/** Markup that is ready to be sent. Only `html` makes it, so that nothing else reaches a page. */
export type Html = HtmlEscapedString;

type Part = string | number | boolean | null | undefined | Html | readonly Part[];

/** Markup from a template. Each string in it is text from outside: sanitised, then escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const made = template(strings, ...parts.map(sanitised));
  if (made instanceof Promise) throw new TypeError('a part of this markup is a promise');
  return made;
}

function sanitised(part: Part): unknown {
  if (typeof part === 'string') return sanitiseBlock(part);
  return Array.isArray(part) ? part.map(sanitised) : part;
}
