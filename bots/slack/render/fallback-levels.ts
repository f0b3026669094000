/**
 * Forms of a message from the richest to the simplest: one that Slack rejects is sent again one level
 * further down. `file` has no blocks at all: plain text, and the whole as a file.
 */
export const FALLBACK_LEVELS = ['native', 'table', 'fields', 'text', 'file'] as const;
export type FallbackLevel = (typeof FALLBACK_LEVELS)[number];

/** A level that is made of blocks. */
export type BlockLevel = Exclude<FallbackLevel, 'file'>;

const BLOCK_LEVELS = FALLBACK_LEVELS.filter((level) => level !== 'file');

/** The level and those below it, as far as there are blocks. */
export function blockLevelsFrom(level: BlockLevel): readonly BlockLevel[] {
  return BLOCK_LEVELS.slice(BLOCK_LEVELS.indexOf(level));
}
