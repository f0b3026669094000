import { UserError } from '../domain/user-error.ts';
import type { ProbeDraft, Source } from './format.ts';
import { itemSet } from './items.ts';
import { shownName } from './naming.ts';
import { isObject } from './shape.ts';

/** The instructions of a file of either kind, as far as they are objects. */
export function instructions(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isObject(value) || !Array.isArray(value.instruction)) return [];
  return value.instruction.slice(0, 50).filter(isObject);
}

/** One item for each question, under all conditions. @throws UserError where there is none. */
export function questionItems(
  questions: readonly string[] | undefined,
  conditions: ProbeDraft['conditions'],
  { file: name, warn }: Source,
): ProbeDraft['items'] {
  const ids = conditions.map(({ id }) => id);
  const set = itemSet(ids, warn);
  for (const ask of questions ?? []) {
    for (const condition of ids) set.add({ name: ask, condition, ask });
  }
  const items = set.items();
  if (items.length > 0) return items;
  throw new UserError(
    `${name} has instructions but no questions, and a probe needs some.`,
    'Add a list called questions, or import a file that has one.',
  );
}

export function attribution({ file: name }: Source): Pick<ProbeDraft, 'source' | 'licence'> {
  return {
    source: [
      { label: `imported from ${shownName(name)}` },
      {
        label:
          'the format of assistant-axis (Lu and others, 2026) and persona_vectors (Chen and others, 2025)',
      },
    ],
    licence: 'that of the imported file',
  };
}

/** Several wordings of one instruction: the first is the condition, the others are its paraphrases. */
export function wordings(
  name: string,
  systems: readonly string[],
  label: string,
): ProbeDraft['conditions'] {
  const said = [...new Set(systems)].filter((system) => system !== '');
  return said.map((system, index) => ({
    id: `${name}-${index + 1}`,
    label: said.length === 1 ? label : `${label}, wording ${index + 1}`,
    system,
    ...(index === 0 ? {} : { paraphrases: `${name}-1` }),
  }));
}
