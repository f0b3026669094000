/** Markup taken apart: enough for what a renderer writes, which is always well formed. */
export interface Markup {
  readonly tags: readonly {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
  }[];
  /** What stands between two tags, unescaped. */
  readonly texts: readonly string[];
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/gy;
const ATTRIBUTE = /([a-z-]+)(?:="([^"<>]*)")?/g;

/** @throws Error where a bracket stands anywhere but at a tag, or an element is closed out of turn. */
export function takeApart(markup: string): Markup {
  const tags: { name: string; attributes: Map<string, string> }[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  for (let at = 0; at < markup.length; ) {
    const next = markup.indexOf('<', at);
    const text = markup.slice(at, next < 0 ? undefined : next);
    if (text.includes('>')) throw new Error(`a bracket stands in the text ${JSON.stringify(text)}`);
    if (text !== '') texts.push(unescaped(text));
    if (next < 0) break;
    TAG.lastIndex = next;
    const [whole, closes, name = '', attributes = ''] = TAG.exec(markup) ?? [];
    if (whole === undefined) throw new Error(`no tag: ${markup.slice(next, next + 200)}`);
    if (closes === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}>`);
    } else {
      tags.push({ name, attributes: attributesOf(attributes) });
      if (!EMPTY.has(name)) open.push(name);
    }
    at = next + whole.length;
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return { tags, texts };
}

const EMPTY = new Set(['img', 'source', 'link', 'meta']);

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function unescaped(text: string): string {
  return text.replaceAll(/&[^;\s]{0,10};?/g, (found) => {
    const char = ENTITIES[found];
    if (char === undefined) throw new Error(`not escaped: ${found}`);
    return char;
  });
}
