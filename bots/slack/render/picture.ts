import { altOf } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { LIMITS } from '../limits.ts';
import { paragraph, plainText, richText } from './blocks.ts';
import { chartOf } from './chart.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { cut, line, shown } from './text.ts';
import { plot } from './text-chart.ts';

/** A chart of Slack's own where it is honest, an uploaded image, or a plot in characters. */
export function drawPicture(picture: Picture, drawing: Drawing): Drawn | undefined {
  if (drawing.rung !== 'native') return asPlot(picture);
  const chart = chartOf(picture);
  if (chart) return { blocks: [chart], cut: false };
  const file = drawing.images.get(picture);
  return file === undefined ? asPlot(picture) : asImage(picture, file);
}

function asImage(picture: Picture, id: string): Drawn {
  const alt = shown(altOf(picture));
  const title = line(picture.title);
  const short = cut(alt, LIMITS.imageAlt.max);
  return {
    blocks: [
      {
        type: 'image',
        slack_file: { id },
        alt_text: short,
        title: plainText(cut(title, LIMITS.imageTitle.max)),
      },
    ],
    cut: alt !== short,
  };
}

function asPlot(picture: Picture): Drawn {
  return {
    blocks: [
      richText(paragraph(line(picture.title), { bold: true }), {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: plot(picture) }],
      }),
    ],
    cut: false,
  };
}
