import type { EstimatesPicture, LinesPicture, Picture } from '../../../core/charts/picture.ts';
import type { DataVisualizationBlock } from '../blocks.ts';
import { LIMITS } from '../limits.ts';
import { cut, line } from '../text.ts';

/**
 * The picture as a chart of Slack's own, where that shows what the picture shows; else undefined.
 * Such a chart has no intervals and no gaps, and its bars begin at zero.
 */
export function chartOf(picture: Picture): DataVisualizationBlock | undefined {
  const chart = picture.kind === 'lines' ? linesChart(picture) : barChart(picture);
  if (!chart) return undefined;
  return {
    type: 'data_visualization',
    title: cut(line(picture.title), LIMITS.chartTitle.max),
    chart,
  };
}

type Chart = DataVisualizationBlock['chart'];

function barChart({ rows, axis }: EstimatesPicture): Chart | undefined {
  const labels = labelsOf(rows.map((row) => row.label));
  if (!labels || axis.min !== 0) return undefined;
  const data = rows.flatMap(({ estimate, interval }, index) =>
    estimate === undefined || interval ? [] : [point(labels[index] ?? '', estimate, axis)],
  );
  if (data.length !== rows.length) return undefined;
  return chart('bar', [{ name: 'estimate', data }], labels, axis);
}

function linesChart({ lines, steps, axis }: LinesPicture): Chart | undefined {
  const labels = labelsOf(steps.values.map(String));
  const names = labelsOf(lines.map((one) => one.label));
  if (!labels || !names || lines.length > LIMITS.chartSeries.max) return undefined;
  const series = lines.map(({ points }, index) => ({
    name: names[index] ?? '',
    data: steps.values.flatMap((step, at) => {
      const found = points.find((one) => one.step === step);
      return !found || found.interval ? [] : [point(labels[at] ?? '', found.estimate, axis)];
    }),
  }));
  if (series.some(({ data }) => data.length !== labels.length)) return undefined;
  return chart('line', series, labels, axis, steps.label);
}

function chart(
  type: Chart['type'],
  series: Chart['series'],
  categories: readonly string[],
  axis: Picture['axis'],
  across?: string,
): Chart {
  const unit = axis.format === 'percent' ? ', %' : '';
  const most = LIMITS.chartAxisLabel.max;
  return {
    type,
    series,
    axis_config: {
      categories,
      y_label: cut(line(axis.label), most - unit.length) + unit,
      ...(across === undefined ? {} : { x_label: cut(line(across), most) }),
    },
  };
}

/** Labels as a chart takes them: some, short and no two alike; undefined where they are not so. */
function labelsOf(labels: readonly string[]): readonly string[] | undefined {
  const short = labels.map((label) => cut(line(label), LIMITS.chartLabel.max));
  const fits = short.length > 0 && short.length <= LIMITS.chartPoints.max;
  return fits && new Set(short).size === short.length ? short : undefined;
}

function point(label: string, value: number, axis: Picture['axis']) {
  const scaled = axis.format === 'percent' ? value * 100 : value;
  return { label, value: Number(scaled.toPrecision(6)) };
}
