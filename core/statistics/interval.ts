/** The confidence level of every interval, unless a caller says otherwise. */
export const LEVEL = 0.95;
