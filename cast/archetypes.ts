import { z } from 'zod';
import type { ChatMessage } from '../core/domain/reply.ts';
import { castFile, loadYaml } from './load.ts';
import { posterior } from './mind/posterior.ts';
import type { CastModel } from './models.ts';

const table = loadYaml(
  castFile('tables/archetypes.yaml'),
  z.record(z.string(), z.array(z.string()).min(1)),
);

/** By character: the archetype that it is one of. */
export const ARCHETYPE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([archetype, names]) =>
    names.map((name): [string, string] => [name, archetype]),
  ),
);

/** P(archetype | model, messages); sums to 1. What who-is-speaking tries to recover from answers. */
export function archetypePosterior(
  model: CastModel,
  messages: readonly ChatMessage[],
): ReadonlyMap<string, number> {
  const shares = new Map(Object.keys(table).map((name) => [name, 0]));
  for (const [character, share] of posterior(model, messages)) {
    const archetype = ARCHETYPE_OF.get(character) ?? '';
    shares.set(archetype, (shares.get(archetype) ?? 0) + share);
  }
  return shares;
}
