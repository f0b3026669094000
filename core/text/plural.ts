/** A number with a comma at every third digit: `1,200`. */
export function digits(number: number): string {
  // By hand where that is simple: the first number that a locale formats loads its tables, 7 MB of them.
  if (!Number.isSafeInteger(number)) return number.toLocaleString('en-GB');
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 refusal`, `2 refusals`, `1,200 calls`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${digits(number)} ${number === 1 ? one : many}`;
}

/** A list in a sentence: `a`, `a and b`, `a, b and c`. */
export function listAnd(words: readonly string[]): string {
  return listed(words, 'and');
}

/** `a`, `a or b`, `a, b or c`. */
export function listOr(words: readonly string[]): string {
  return listed(words, 'or');
}

function listed(words: readonly string[], link: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1)}`;
}
