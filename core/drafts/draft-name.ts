import type { Draft } from './draft.ts';

const LONGEST = 48;

/** The name of a draft's probe, and of its file: the trait's own letters, or else the draft's id. */
export function nameOf({ id, trait }: Pick<Draft, 'id' | 'trait'>): string {
  const slug = trait
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return `trait-${slug || id}`;
}
