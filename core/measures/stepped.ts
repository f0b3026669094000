import type { MeasureResult } from '../domain/comparison.ts';

/** True of a measure that is shown step by step of a script. */
export function isStepped({ rows }: Pick<MeasureResult, 'rows'>): boolean {
  return rows.some(({ step }) => step !== undefined);
}
