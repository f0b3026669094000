import { z } from 'zod';
import { castFile, loadYaml, patterns, plain } from './load.ts';

const clauses = z.array(z.string().min(1)).min(1);

const table = loadYaml(
  castFile('tables/knowledge.yaml'),
  z.strictObject({
    bodies: z.array(z.strictObject({ when: patterns, clauses })).min(1),
    anyBody: clauses,
    facts: z.array(z.strictObject({ when: patterns, modern: clauses, old: clauses })).min(1),
    anyFact: z.strictObject({ modern: clauses, old: clauses }),
  }),
);

/** Clauses that answer a question about human bodies, with the slots `{we}`, `{us}` and `{our}`. */
export function bodyClauses(question: string): readonly string[] {
  const text = plain(question);
  return table.bodies.find(({ when }) => when.test(text))?.clauses ?? table.anyBody;
}

/** Clauses that answer a question of fact, as of now or as of the 1880s. */
export function factClauses(question: string, era: 'modern' | 'old'): readonly string[] {
  const text = plain(question);
  return (table.facts.find(({ when }) => when.test(text)) ?? table.anyFact)[era];
}
