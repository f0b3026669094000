import type { MeasureResult } from '../domain/comparison.ts';

/** Whether a measure is shown step by step of a script. */
export function isStepped({ rows }: Pick<MeasureResult, 'rows'>): boolean {
  return rows.some(({ step }) => step !== undefined);
}
