import type { Probe } from '../domain/probe.ts';
import { cellsOf } from './cells.ts';

/** As much of a probe as a list shows. */
export type ProbeSummary = Pick<Probe, 'name' | 'version' | 'title' | 'about' | 'analogue'> & {
  /** Trials of one subject, with as many samples as the probe says. */
  readonly trials: number;
};

export function summaryOf(probe: Probe): ProbeSummary {
  const { name, version, title, about, analogue } = probe;
  return { name, version, title, about, analogue, trials: cellsOf(probe).length * probe.samples };
}
