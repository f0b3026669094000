import { collapse, stripBlock } from '../text/sanitise.ts';
import { BOUNDS } from './limits.ts';

/** Collects warnings: each once, with how often it came. */
export function notebook(): {
  readonly warn: (sentence: string) => void;
  readonly list: () => readonly string[];
} {
  const counts = new Map<string, number>();
  return {
    warn: (sentence) => {
      const text = collapse(stripBlock(sentence));
      if (counts.has(text) || counts.size < 10 * BOUNDS.warnings) {
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    },
    list: () => {
      const all = [...counts].map(([text, times]) =>
        times === 1 ? text : `${text.replace(/\.$/, '')} (${times} times).`,
      );
      const more = all.length - BOUNDS.warnings;
      return more > 0
        ? [...all.slice(0, BOUNDS.warnings), `There are ${more} more warnings.`]
        : all;
    },
  };
}
