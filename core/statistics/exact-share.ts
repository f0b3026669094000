import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { betaQuantile } from './quantile.ts';
import type { Tally } from './share.ts';

/**
 * The interval of a share that covers at least at its level whatever the truth, and so is wider than
 * Wilson's (Clopper and Pearson 1934). For independent trials; without any it is 0 to 1.
 */
export function clopperPearson({ yes, of }: Tally, level: number = LEVEL): Interval {
  const tail = (1 - level) / 2;
  return [
    yes > 0 ? betaQuantile(tail, yes, of - yes + 1) : 0,
    yes < of ? betaQuantile(1 - tail, yes + 1, of - yes) : 1,
  ];
}

/**
 * The middle part of what one may believe of a share after these independent trials, if every share
 * was as likely before: quantiles of Beta(yes + 1, no + 1) (Bayes 1763).
 */
export function uniformPosterior({ yes, of }: Tally, level: number = LEVEL): Interval {
  const tail = (1 - level) / 2;
  const at = (p: number) => betaQuantile(p, yes + 1, of - yes + 1);
  return [at(tail), at(1 - tail)];
}
