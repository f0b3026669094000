import type { Probe } from '../domain/probe.ts';
import { labelled } from '../measures/names.ts';

/** A probe's name and the question that it asks. */
export function probeTitle(probe: Probe): string {
  return `${probe.name} · ${labelled(probe, probe.title)}`;
}
