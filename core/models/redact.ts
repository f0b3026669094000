/** Keys shorter than this are placeholders, and would blank out ordinary words. */
const SHORTEST = 8;

/** Blanks out a key wherever a provider repeats it. */
export function redact(text: string, key: string | undefined): string {
  return key !== undefined && key.length >= SHORTEST ? text.replaceAll(key, '[key]') : text;
}
