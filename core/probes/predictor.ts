import type { Probe } from '../domain/probe.ts';

/** Whose prediction it is that a probe names: a noun that “predicts” can follow. */
export function predictorOf({ psm }: Pick<Probe, 'psm'>): string {
  return psm.view ?? 'PSM';
}
