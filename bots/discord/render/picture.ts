import { isDrawnWhole } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { isBlank } from '../../../core/text/characters.ts';
import { textChart } from '../../../core/views/text-chart.ts';
import { codeSafe, fence, literalLine } from './escape.ts';
import { linesPart, type Part, stackParts, textPart } from './text-budget.ts';

/** Columns of a picture in characters that fit beside the bar of a message on most screens. */
export const CHART_WIDTH = 56;

/** A picture in characters, for where no image can be had. */
export function picturePart(picture: Picture): Part {
  const drawn = textChart(picture, CHART_WIDTH);
  const chart = linesPart(drawn.split('\n').map(codeSafe), fence);
  const part = isBlank(picture.title)
    ? chart
    : stackParts([textPart(picture.title, (text) => `**${literalLine(text)}**`), chart]);
  return { ...part, lossy: part.lossy || !isDrawnWhole(picture, CHART_WIDTH) };
}
