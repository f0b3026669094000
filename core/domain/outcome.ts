/** Every way in which a trial can end. Only `answered` has an answer that a scorer may read. */
export const OUTCOMES = ['answered', 'refused', 'truncated', 'unparseable', 'failed'] as const;

export type Outcome = (typeof OUTCOMES)[number];
