import type { Axis } from '../axis.ts';

/** What every bar of shares stands on. */
export const SHARES: Axis = { label: '', min: 0, max: 1, format: 'percent' };
