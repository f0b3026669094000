/**
 * The ladder: a message that Slack rejects is sent again one rung further down. `file` has no blocks
 * at all: plain text, and the whole as a file.
 */
export const RUNGS = ['native', 'table', 'fields', 'text', 'file'] as const;
export type Rung = (typeof RUNGS)[number];

/** A rung that is made of blocks. */
export type BlockRung = Exclude<Rung, 'file'>;

/** From a rung downwards, as far as there are blocks. */
export function blockRungsFrom(rung: BlockRung): readonly BlockRung[] {
  return BLOCK_RUNGS.slice(BLOCK_RUNGS.indexOf(rung));
}

const BLOCK_RUNGS = ['native', 'table', 'fields', 'text'] as const satisfies readonly BlockRung[];
