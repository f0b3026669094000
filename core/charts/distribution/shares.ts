import type { Axis } from '../axis.ts';

/** Axis that every bar of shares stands on. */
export const SHARES: Axis = { label: '', min: 0, max: 1, format: 'percent' };
