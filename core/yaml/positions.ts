import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';

/** Counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A place in the file: keys and indices from the top. `on` says whether the key or its value is meant. */
export interface Place {
  readonly path: readonly PropertyKey[];
  readonly on: 'key' | 'value';
}

/** Position of a place. One that is not written is looked for in what would have held it. */
export function positionOf(document: Document, lines: LineCounter, place: Place): Position {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of place.path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const last = depth === place.path.length - 1;
    const found = child(node, step);
    if (found === undefined) break;
    offset =
      startOf(last && place.on === 'key' ? found.key : found.value) ?? startOf(found.key) ?? offset;
    node = found.value;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function child(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: value, value };
  }
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
