const OPEN = '<think>';
const CLOSE = '</think>';

export interface Split {
  readonly text: string;
  readonly reasoning: string;
}

/** Keeps a leading `<think>…</think>` block apart from the answer, however the stream is cut. */
export interface ReasoningSplitter {
  push(piece: string): Split;
  /** The rest, held back because it could have become a tag. */
  end(): Split;
}

const NOTHING: Split = { text: '', reasoning: '' };

/** Only a block that opens the answer is reasoning; a tag further on is part of what was said. */
export function reasoningSplitter(): ReasoningSplitter {
  let state: 'before' | 'inside' | 'gap' | 'after' = 'before';
  let held = '';

  const before = (): Split => {
    const start = held.trimStart();
    if (start.startsWith(OPEN)) {
      held = start.slice(OPEN.length);
      state = 'inside';
      return inside();
    }
    return OPEN.startsWith(start) ? NOTHING : release();
  };

  const inside = (): Split => {
    const close = held.indexOf(CLOSE);
    if (close === -1) {
      const reasoning = held.slice(0, held.length - tailOf(held, CLOSE));
      held = held.slice(reasoning.length);
      return { text: '', reasoning };
    }
    const reasoning = held.slice(0, close);
    held = held.slice(close + CLOSE.length);
    state = 'gap';
    return { text: gap().text, reasoning };
  };

  /** The blank lines between the block and the answer belong to neither. */
  const gap = (): Split => {
    held = held.trimStart();
    return held === '' ? NOTHING : release();
  };

  const release = (): Split => {
    const text = held;
    held = '';
    state = 'after';
    return { text, reasoning: '' };
  };

  const step = { before, inside, gap, after: release };
  return {
    push: (piece) => {
      held += piece;
      return step[state]();
    },
    end: () => {
      const rest = held;
      held = '';
      return state === 'inside' ? { text: '', reasoning: rest } : { text: rest, reasoning: '' };
    },
  };
}

/** The length of the longest end of `text` with which `tag` begins. */
function tailOf(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length--) {
    if (text.endsWith(tag.slice(0, length))) return length;
  }
  return 0;
}
