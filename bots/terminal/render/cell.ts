import { sanitiseTerminal } from '../../../core/text/sanitise-terminal.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { Cell } from '../../../core/views/view.ts';
import type { Frame } from './frame.ts';
import { truncateLines } from './lines.ts';

/** Lines of one answer, or of why there is none. */
export function cellLines(cell: Cell | undefined, width: number, frame: Frame): readonly string[] {
  if (!cell) return [''];
  const { text, paint } = content(cell, frame);
  const most = frame.cellLines ?? Number.POSITIVE_INFINITY;
  const keep = cell.state === 'writing' ? 'tail' : 'head';
  const lines = truncateLines(wrap(text, width), most, keep);
  return paint ? lines.map(paint) : lines;
}

/** Text of a cell. All that is no answer is told in words, since colour may be absent. */
function content(
  { state, text }: Cell,
  { style }: Frame,
): { text: string; paint?: (line: string) => string } {
  const said = sanitiseTerminal(text).trim();
  switch (state) {
    case 'waiting':
      return { text: '(waiting)', paint: style.muted };
    case 'writing':
      return { text: `${said}▌` };
    case 'answered':
      return said === '' ? { text: '(an empty answer)', paint: style.muted } : { text: said };
    case 'refused':
      return { text: `(refused) ${said}`.trimEnd(), paint: style.muted };
    case 'truncated':
      return { text: `${said} (cut at the token limit)`.trimStart() };
    case 'unparseable':
      return { text: `(unparseable) ${said}`.trimEnd() };
    case 'not asked':
      return { text: `(not asked) ${said}`.trimEnd(), paint: style.muted };
    case 'failed':
      return { text: `(failed) ${said}`.trimEnd(), paint: style.bad };
  }
}
