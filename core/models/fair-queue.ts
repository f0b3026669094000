/** A queue for each owner, from which all get their share, however much one of them has queued. */
export interface FairQueue<T> {
  readonly size: number;
  /** @returns how to withdraw the item, which does nothing once it was taken. */
  push(owner: string, item: T): () => void;
  /** The next item, whose owner then has one more under way until `done`. */
  take(): { readonly owner: string; readonly item: T } | undefined;
  done(owner: string): void;
}

interface Line<T> {
  readonly items: Set<{ readonly item: T }>;
  underWay: number;
  /** The number of the turn in which this owner was last served; 0: never. */
  served: number;
}

/**
 * Whoever has the fewest items under way is next; between equals, whoever was served longest ago.
 * So an owner who has just come is served before all who have something running.
 */
export function fairQueue<T>(): FairQueue<T> {
  const lines = new Map<string, Line<T>>();
  let size = 0;
  let turn = 0;

  const forget = (owner: string, line: Line<T>) => {
    if (line.items.size === 0 && line.underWay === 0) lines.delete(owner);
  };

  return {
    get size() {
      return size;
    },
    push: (owner, item) => {
      const line = lines.get(owner) ?? { items: new Set(), underWay: 0, served: 0 };
      const entry = { item };
      lines.set(owner, line);
      line.items.add(entry);
      size++;
      return () => {
        if (!line.items.delete(entry)) return;
        size--;
        forget(owner, line);
      };
    },
    take: () => {
      let best: [string, Line<T>] | undefined;
      for (const one of lines) {
        if (one[1].items.size > 0 && (best === undefined || isBefore(one[1], best[1]))) best = one;
      }
      if (best === undefined) return undefined;
      const [owner, line] = best;
      const [entry] = line.items;
      if (entry === undefined) return undefined;
      line.items.delete(entry);
      size--;
      line.underWay++;
      line.served = ++turn;
      return { owner, item: entry.item };
    },
    done: (owner) => {
      const line = lines.get(owner);
      if (line === undefined) return;
      line.underWay--;
      forget(owner, line);
    },
  };
}

function isBefore(a: Line<unknown>, b: Line<unknown>): boolean {
  return a.underWay === b.underWay ? a.served < b.served : a.underWay < b.underWay;
}
