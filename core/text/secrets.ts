import { quoted } from './quoted.ts';

/** How the keys of well-known providers and platforms begin. */
const PREFIXES =
  /^(sk-|sk_|xox[a-z]-|xapp-|xai-|gsk_|hf_|r8_|gh[a-z]_|github_pat_|AIza|AKIA|nvapi-|pplx-|Bearer )/;

const ALIKE = 24;

/** True of what is rather a key than the name of a variable or of a model. */
export function looksLikeKey(text: string): boolean {
  if (PREFIXES.test(text)) return true;
  const longest = Math.max(0, ...text.split(/[^A-Za-z0-9+]/).map((part) => part.length));
  return longest >= ALIKE && /[0-9]/.test(text) && /[A-Za-z]/.test(text);
}

/** A value for an error message: short, on one line, and never a key. */
export function echo(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return Array.isArray(value) ? 'a list' : 'a mapping';
  if (looksLikeKey(value)) return 'a text that looks like a key (not shown)';
  return quoted(value, 60);
}
