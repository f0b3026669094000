/**
 * Forms of a message, the richest first. `bare` is `plain` for a message that was made of components
 * once: Discord never takes the flag back.
 */
export type FallbackLevel = 'rich' | 'monospace' | 'bare' | 'plain';

/** Levels to try in turn: for a new message, and for an edit of one that stands in components or as plain text. */
export const FALLBACK_LEVELS = {
  post: ['rich', 'monospace', 'plain'],
  components: ['rich', 'monospace', 'bare'],
  plain: ['plain'],
} as const satisfies Readonly<Record<string, readonly FallbackLevel[]>>;
