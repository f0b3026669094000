import { basename } from 'node:path';
import type { Persona, Probe } from '../domain/probe.ts';
import type { MeasureKinds } from '../measures/registry.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { suggestAllowed } from '../text/nearest.ts';
import { type Located, readYaml } from '../yaml/read.ts';
import { checkProbe } from './check/probe.ts';
import { personaSchema, probeSchemaWith } from './schema.ts';

/** The names that a probe's file may use. */
export interface Surroundings {
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly kinds: MeasureKinds;
  readonly personas: readonly string[];
  /** The probes that there are. */
  readonly probes: readonly string[];
}

/** A probe as its file has it. @throws UserError with the file and the line of what is wrong. */
export function readProbe(path: string, text: string, around: Surroundings): Probe {
  const located = readYaml(path, text, probeSchemaWith(around.kinds));
  mustBeNamedAs(path, located);
  checkProbe(located, around.scorers, around.personas, around.kinds);
  const { variant } = located.value;
  if (variant !== undefined && !around.probes.includes(variant)) {
    const next = suggestAllowed(variant, around.probes);
    throw located.error(['variant'], `there is no probe called “${variant}”.`, next);
  }
  return located.value;
}

/** The probe with each condition's persona as part of its own frame, so that a stored plan is whole. */
export function framed(probe: Probe, personas: ReadonlyMap<string, Persona>): Probe {
  const conditions = probe.conditions.map((condition) => {
    const { persona, system } = condition;
    const frames = [persona && personas.get(persona)?.system, system].filter((one) => one);
    return frames.length > 0 ? { ...condition, system: frames.join('\n\n') } : condition;
  });
  return { ...probe, conditions };
}

/** A persona as its file has it. @throws UserError as `readProbe` does. */
export function readPersona(path: string, text: string): Persona {
  const located = readYaml(path, text, personaSchema);
  mustBeNamedAs(path, located);
  return located.value;
}

function mustBeNamedAs(path: string, located: Located<{ readonly name: string }>): void {
  const name = basename(path, '.yaml');
  if (located.value.name === name) return;
  throw located.error(
    ['name'],
    `\`name\` is “${located.value.name}”, but the file is called ${name}.yaml.`,
    `Write \`name: ${name}\`, or rename the file.`,
  );
}
