import { altOf } from '../../../core/charts/figures.ts';
import { isBlank } from '../../../core/text/characters.ts';
import { sanitiseBlock } from '../../../core/text/sanitise.ts';
import { takeCodeUnits, truncateCodeUnits } from '../../../core/text/truncate.ts';
import { subjectName } from '../../../core/views/subject-name.ts';
import type { Block, ColumnsBlock } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';

/** An image in words, and whether some of the words did not fit. */
export function galleryAlt(block: Block): { readonly alt: string; readonly lossy: boolean } {
  const words = sanitiseBlock(takeCodeUnits(wordsOf(block), 8 * LIMITS.alt.max)).trim();
  const whole = isBlank(words) ? 'A picture without a description.' : words;
  return { alt: truncateCodeUnits(whole, LIMITS.alt.max), lossy: whole.length > LIMITS.alt.max };
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
      return `${subjectName(column)}: ${answers.join(' | ')}`;
    })
    .join('\n');
}
