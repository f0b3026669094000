import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { interval, value } from '../../measures/format.ts';
import { unitName } from '../../measures/names.ts';
import type { TableHead } from '../view.ts';

export function numberHead(text: string): TableHead {
  return { text, align: 'right' };
}

export function rowHead(plan: Plan, rows: readonly Row[]): TableHead {
  const subjects = plan.subjects.length > 1;
  const conditions =
    plan.probe.conditions.length > 1 && rows.some(({ condition }) => condition !== undefined);
  const text = [
    ...(subjects || !conditions ? ['subject'] : []),
    ...(conditions ? ['condition'] : []),
  ];
  return { text: text.join(' · '), align: 'left' };
}

export function unitHead(row: Row | undefined): TableHead {
  return numberHead(`n ${unitName(row?.unit ?? 'item', 2)}`);
}

/** `47 of 48, 1 refused`: what was not an answer is named, never folded in. */
export function answeredCell({ outcomes, trials }: Row): string {
  const { answered, ...others } = outcomes;
  const rest = Object.entries(others)
    .filter(([, number]) => number > 0)
    .map(([outcome, number]) => `, ${number} ${outcome}`);
  return `${answered} of ${trials}${rest.join('')}`;
}

export function estimateCell(measure: MeasureResult, row: Row | undefined): string {
  if (row?.estimate === undefined) return 'no estimate';
  const range = row.interval ? ` [${interval(row.interval, measure)}]` : '';
  return `${value(row.estimate, measure)}${range}`;
}
