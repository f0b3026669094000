import type { Persona } from '../domain/probe.ts';
import type { Subject } from '../domain/subject.ts';
import { UserError } from '../domain/user-error.ts';
import type { PlanningSettings } from './settings.ts';

/** Every model under every persona, in the order in which they were named; colours follow the order. */
export function subjectsOf(
  models: readonly string[],
  personas: readonly string[],
  known: { readonly config: PlanningSettings; readonly personas: ReadonlyMap<string, Persona> },
): readonly Subject[] {
  const pairs = models.flatMap((model) => personas.map((persona) => ({ model, persona })));
  if (pairs.length === 0) {
    throw new UserError(
      'No model is configured.',
      'Name one in dramatis.yaml under `models`, or leave the simulated cast on.',
    );
  }
  return pairs.map(({ model, persona }, colour): Subject => {
    const configured = known.config.models.get(model);
    const frame = known.personas.get(persona);
    if (!configured) throw new UserError(`No model is called “${model}”.`, 'See /probe models.');
    if (!frame) throw new UserError(`No persona is called “${persona}”.`, 'See /probe personas.');
    return {
      subjectId: `${model}/${persona}`,
      model,
      modelLabel: configured.label,
      persona,
      personaLabel: frame.label,
      system: frame.system,
      colour,
      simulated: known.config.providers.get(configured.provider)?.simulated ?? false,
    };
  });
}
