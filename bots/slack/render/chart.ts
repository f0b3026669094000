import type { Picture } from '../../../core/charts/picture.ts';
import { type SeriesData, seriesOf } from '../../../core/charts/series.ts';
import { LIMITS } from '../limits.ts';
import type { DataVisualizationBlock } from './blocks.ts';
import { plainLabel } from './escape.ts';

/** Slack stands bars beside each other instead of stacking them: more cannot be read on a phone. */
const MOST_BARS = 24;

/**
 * The picture as a chart of Slack's own, where that shows what the picture shows; else undefined.
 * Such a chart has no intervals and no gaps, and its bars begin at zero.
 */
export function chartOf(picture: Picture): DataVisualizationBlock | undefined {
  const data = seriesOf(picture);
  const chart = data && chartFrom(data);
  if (!chart) return undefined;
  return {
    type: 'data_visualization',
    title: plainLabel(picture.title, LIMITS.chartTitle.max),
    chart,
  };
}

function chartFrom(data: SeriesData): DataVisualizationBlock['chart'] | undefined {
  const { mark, axis, across } = data;
  const categories = labelsOf(data.categories, LIMITS.chartPoints.max);
  const names = labelsOf(
    data.series.map(({ name }) => name),
    LIMITS.chartSeries.max,
  );
  if (!categories || !names) return undefined;
  if (mark === 'bar' && categories.length * names.length > MOST_BARS) return undefined;
  const percent = axis.format === 'percent';
  const most = LIMITS.chartAxisLabel.max;
  const unit = percent ? ', %' : '';
  return {
    type: mark,
    series: data.series.map(({ values }, index) => ({
      name: names[index] ?? '',
      data: values.map((value, at) => ({
        label: categories[at] ?? '',
        value: Number((percent ? value * 100 : value).toPrecision(6)),
      })),
    })),
    axis_config: {
      categories,
      y_label: plainLabel(axis.label, most - unit.length) + unit,
      ...(across === undefined ? {} : { x_label: plainLabel(across, most) }),
    },
  };
}

/** Labels as a chart takes them: some, at most so many, short and no two alike; undefined where they are not so. */
function labelsOf(labels: readonly string[], most: number): readonly string[] | undefined {
  const short = labels.map((label) => plainLabel(label, LIMITS.chartLabel.max));
  const fits = short.length > 0 && short.length <= most;
  return fits && new Set(short).size === short.length ? short : undefined;
}
