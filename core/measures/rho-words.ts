import { distance, value } from './format.ts';
import type { Words } from './measure-kind.ts';
import { subjectName } from './names.ts';
import { bracket, estimateText } from './words.ts';

/** Of a kind whose rows are rank correlations. @param noun the thing that a contrast finds. */
export function rhoWords(noun: string): Words {
  return {
    noun,
    contrast: ({ plan, measure, contrast }) => {
      const { a, difference } = contrast;
      const over = a.group === undefined ? '' : ` on the ladder “${a.group}”`;
      const rho = `Spearman’s rho ${value(difference, measure)}`;
      const subject = subjectName(plan, a.subjectId);
      return `${subject}, ${measure.label}${over}: ${rho} ${bracket(plan, measure, contrast)}`;
    },
    size: (size, measure) => `a rho of ${distance(size, measure)}`,
    row: estimateText,
  };
}
