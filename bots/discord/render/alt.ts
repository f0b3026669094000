import { altOf } from '../../../core/charts/figures.ts';
import type { Block, ColumnsBlock } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { subjectOf } from './columns.ts';
import { clean, isBlank } from './escape.ts';
import { clip, head } from './text-budget.ts';

/** What an image says, in words, and whether some of the words did not fit. */
export function galleryAlt(block: Block): { readonly alt: string; readonly lossy: boolean } {
  const words = clean(head(wordsOf(block), 8 * LIMITS.alt.max)).trim();
  const whole = isBlank(words) ? 'A picture without a description.' : words;
  return { alt: clip(whole, LIMITS.alt.max), lossy: whole.length > LIMITS.alt.max };
}

function wordsOf(block: Block): string {
  if (block.kind === 'picture') return altOf(block.picture);
  return block.kind === 'columns' ? columnsWords(block) : '';
}

function columnsWords({ columns }: ColumnsBlock): string {
  return columns
    .map((column) => {
      const answers = column.cells.map(({ state, text }) =>
        state === 'answered' ? text : `(${state}) ${text}`,
      );
      return `${subjectOf(column)}: ${answers.join(' | ')}`;
    })
    .join('\n');
}
