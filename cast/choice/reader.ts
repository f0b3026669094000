import { CHARACTERS } from '../characters.ts';
import { plain } from '../load.ts';
import { posterior } from '../mind/posterior.ts';

/** Sought from the first of these words alone, so that a text full of them takes no longer. */
const BEGINS = /\b(?:told|asked) "/i;
const PRINTED =
  /^\w+ "([\s\S]{1,2000}?)" and (?:replied|answered) "([\s\S]{1,4000}?)" (?:how|which|what)\b/i;

/** A reader has no stake in who it was: all characters alike, and the whole of the evidence. */
const READER = {
  prior: Object.fromEntries([...CHARACTERS.keys()].map((name) => [name, 1 / CHARACTERS.size])),
  strength: 1,
};

/** P(character | the printed exchange) where a request is about whoever replied so; else undefined. */
export function readerOf(request: string): ReadonlyMap<string, number> | undefined {
  const text = plain(request);
  const at = BEGINS.exec(text)?.index;
  const [, user, reply] = at === undefined ? [] : (PRINTED.exec(text.slice(at)) ?? []);
  if (user === undefined || reply === undefined) return undefined;
  return posterior(READER, [
    { role: 'user', content: user },
    { role: 'assistant', content: reply },
  ]);
}
