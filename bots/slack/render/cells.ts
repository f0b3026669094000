import { colourOf } from '../../../core/charts/palette.ts';
import type { Cell, Column } from '../../../core/views/view.ts';
import { line, shown } from './text.ts';

/** Stands where there are no columns. */
export const NO_SUBJECTS = '(no subjects)';

/** `🟦 larch / assistant`: blocks have no colours of their own. */
export function subjectName({ model, persona, colour }: Column): string {
  return `${colourOf(colour).emoji} ${line(model)} / ${line(persona)}`;
}

/** What stands in one cell: the answer, or in words why there is none. */
export function cellText({ state, text }: Cell): string {
  switch (state) {
    case 'waiting':
      return '…';
    case 'writing':
      return text === '' ? '▍' : `${shown(text)} ▍`;
    case 'answered':
      return shown(text);
    case 'refused':
      return text === '' ? '(refused)' : `(refused) ${shown(text)}`;
    case 'truncated':
      return `${shown(text)} (stopped at the token limit)`;
    case 'unparseable':
      return `(unparseable) ${shown(text)}`;
    case 'not asked':
      return `(not asked) ${shown(text)}`;
    case 'failed':
      return `(failed) ${shown(text)}`;
    default:
      return state satisfies never;
  }
}
