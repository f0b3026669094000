import type { Picture } from '../../../core/charts/picture.ts';
import { LIMITS } from '../limits.ts';
import type { DataVisualizationBlock } from './blocks.ts';
import { distributionChart } from './charts/distribution.ts';
import { estimatesChart } from './charts/estimates.ts';
import { ladderChart } from './charts/ladder.ts';
import { linesChart } from './charts/lines.ts';
import type { Chart } from './charts/parts.ts';
import { cut, line } from './text.ts';

interface Charter<P extends Picture> {
  chart(picture: P): Chart | undefined;
}

const CHARTERS: { readonly [K in Picture['kind']]: Charter<Extract<Picture, { kind: K }>> } = {
  estimates: { chart: estimatesChart },
  lines: { chart: linesChart },
  distribution: { chart: distributionChart },
  ladder: { chart: ladderChart },
};

/**
 * The picture as a chart of Slack's own, where that shows what the picture shows; else undefined.
 * Such a chart has no intervals and no gaps, and its bars begin at zero.
 */
export function chartOf(picture: Picture): DataVisualizationBlock | undefined {
  const charter: Charter<Picture> = CHARTERS[picture.kind];
  const chart = charter.chart(picture);
  if (!chart) return undefined;
  return {
    type: 'data_visualization',
    title: cut(line(picture.title), LIMITS.chartTitle.max),
    chart,
  };
}
