import { altOf } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { sanitiseShown, sanitiseShownLine } from '../../../core/text/sanitise.ts';
import { truncateCodePoints } from '../../../core/text/truncate.ts';
import { textChart } from '../../../core/views/text-chart.ts';
import { LIMITS } from '../limits.ts';
import { paragraph, plainText, richText } from './blocks.ts';
import { chartOf } from './chart.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { plainLabel } from './escape.ts';
import { CHART_WIDTH } from './plain-text.ts';

/** A chart of Slack's own where it is honest, an uploaded image, or a plot in characters. */
export function drawPicture(picture: Picture, drawing: Drawing): Drawn | undefined {
  if (drawing.level !== 'native') return asPlot(picture);
  const chart = chartOf(picture);
  if (chart) return { blocks: [chart], cut: false };
  const file = drawing.images.get(picture);
  return file === undefined ? asPlot(picture) : asImage(picture, file);
}

function asImage(picture: Picture, id: string): Drawn {
  const alt = sanitiseShown(altOf(picture));
  const title = plainLabel(picture.title, LIMITS.imageTitle.max);
  const short = truncateCodePoints(alt, LIMITS.imageAlt.max);
  return {
    blocks: [
      {
        type: 'image',
        slack_file: { id },
        alt_text: short,
        title: plainText(title),
      },
    ],
    cut: alt !== short,
  };
}

function asPlot(picture: Picture): Drawn {
  return {
    blocks: [
      richText(paragraph(sanitiseShownLine(picture.title), { bold: true }), {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: textChart(picture, CHART_WIDTH) }],
      }),
    ],
    cut: false,
  };
}
