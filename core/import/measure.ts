import { BOUNDS } from './limits.ts';

/** How large a value is, shared parts counted at each place. */
export interface Size {
  readonly depth: number;
  readonly values: number;
  readonly characters: number;
}

/** Measures without recursion, and stops soon after a bound. */
export function measure(root: unknown): Size {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }];
  const size = { depth: 0, values: 0, characters: 0 };
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    size.values += 1;
    size.depth = Math.max(size.depth, depth);
    if (typeof value === 'string') size.characters += value.length;
    const beyond =
      size.depth > BOUNDS.depth ||
      size.values > BOUNDS.values ||
      size.characters > BOUNDS.characters;
    if (beyond) break;
    if (typeof value !== 'object' || value === null) continue;
    for (const part of Object.values(value)) open.push({ value: part, depth: depth + 1 });
  }
  return size;
}
