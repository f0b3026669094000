import type { Probe } from '../domain/probe.ts';

/** A probe's name and what it asks. */
export function probeTitle(probe: Probe): string {
  return `${probe.name} · ${labelled(probe, probe.title)}`;
}

/** A text about a probe that says so where the probe is an analogue. */
export function labelled({ analogue }: { readonly analogue?: boolean | undefined }, text: string) {
  return analogue ? `${text} (in-context analogue)` : text;
}
