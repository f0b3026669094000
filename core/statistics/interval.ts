/** Lower and upper limit, in the unit of the estimate. */
export type Interval = readonly [low: number, high: number];

/** The confidence level of every interval, unless a caller says otherwise. */
export const LEVEL = 0.95;
