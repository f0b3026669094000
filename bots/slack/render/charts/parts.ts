import type { Axis } from '../../../../core/charts/picture.ts';
import { LIMITS } from '../../limits.ts';
import type { DataVisualizationBlock } from '../blocks.ts';
import { cut, line } from '../text.ts';

export type Chart = DataVisualizationBlock['chart'];

interface Sides {
  readonly type: Chart['type'];
  /** Label of the axis that the categories stand on. */
  readonly across?: string;
}

export function chart(
  { type, across }: Sides,
  series: Chart['series'],
  categories: readonly string[],
  axis: Axis,
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
export function labelsOf(labels: readonly string[]): readonly string[] | undefined {
  const short = labels.map((label) => cut(line(label), LIMITS.chartLabel.max));
  const fits = short.length > 0 && short.length <= LIMITS.chartPoints.max;
  return fits && new Set(short).size === short.length ? short : undefined;
}

/** As `labelsOf`, for the names of series. */
export function namesOf(names: readonly string[]): readonly string[] | undefined {
  return names.length > LIMITS.chartSeries.max ? undefined : labelsOf(names);
}

export function point(label: string, value: number, axis: Axis) {
  const scaled = axis.format === 'percent' ? value * 100 : value;
  return { label, value: Number(scaled.toPrecision(6)) };
}
