const KEY = 'dramatis.lines';
const KEPT = 50;

/** The line that is shown at this moment, counted from the newest; none while something new is written. */
let at: number | undefined;

/** Keeps a line for the next time, over a reload too. */
export function remember(line: string): void {
  at = undefined;
  const lines = [line, ...sent().filter((other) => other !== line)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // A browser that keeps nothing forgets the lines, and does everything else.
  }
}

/** The line before the one shown; undefined where the arrow means the caret. */
export function older(shown: string): string | undefined {
  const lines = sent();
  if (shown !== '' && (at === undefined || lines[at] !== shown)) return undefined;
  const next = shown === '' ? 0 : (at ?? -1) + 1;
  const line = lines[next];
  if (line !== undefined) at = next;
  return line;
}

/** The line after the one shown; the newest is followed by an empty field. */
export function newer(shown: string): string | undefined {
  const lines = sent();
  if (at === undefined || lines[at] !== shown) return undefined;
  at = at === 0 ? undefined : at - 1;
  return at === undefined ? '' : lines[at];
}

function sent(): readonly string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter((line) => typeof line === 'string') : [];
  } catch {
    return [];
  }
}
