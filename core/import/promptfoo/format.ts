import { UserError } from '../../domain/user-error.ts';
import type { Content, Format, ProbeDraft, Source } from '../format.ts';
import { itemSet } from '../items.ts';
import { brief, shownName, slugOf, uniqueNames } from '../naming.ts';
import { isObject, unused } from '../shape.ts';
import { askedOf, fixedSystem } from './asked.ts';
import { groupOf } from './assertions.ts';
import { type Prompt, promptsOf } from './prompts.ts';
import { scoredBy } from './scores.ts';
import { rowsAsTests, type Test, testsOf } from './tests.ts';

const USED = ['description', 'prompts', 'tests', 'scenarios', 'defaultTest', 'assertionTemplates'];
const KEYS = ['prompts', 'tests', 'scenarios', 'providers', 'targets', 'defaultTest', 'redteam'];

/** A promptfoo file: prompts are conditions, tests are items, and assertions are what is expected of each. */
export const format: Format = {
  name: 'promptfoo',
  about: 'a promptfoo configuration or a list or table of its tests, as YAML, JSON or CSV',
  general: 2,
  becomes: 'prompts are conditions, tests items, assertions what is `expected`',
  recognises: ({ form, value }) => {
    if (form === 'table') return Object.keys(value[0] ?? {}).length > 0;
    if (Array.isArray(value)) {
      return value.slice(0, 5).some((one) => isObject(one) && ('vars' in one || 'assert' in one));
    }
    return isObject(value) && KEYS.filter((key) => key in value).length >= 2;
  },
  read: (content, source) => {
    const given = fileOf(content);
    unused(given, USED, 'the file', source.warn);
    const prompts = promptsOf(given.prompts, source);
    const tests = testsOf(given, source);
    const named = withIds(prompts);
    const conditions = named.map(({ id, prompt }) => conditionOf(id, prompt));
    const set = itemSet(
      conditions.map(({ id }) => id),
      source.warn,
    );
    const expected: { readonly item: string; readonly test: Test }[] = [];
    for (const [number, test] of tests.entries()) {
      for (const { id, prompt } of named) {
        const asked = askedOf(prompt, test, source);
        if (!asked) continue;
        const item = set.add({
          name: test.name,
          condition: id,
          ...asked,
          apart: String(number),
          group: groupOf(test.expected),
        });
        if (item !== undefined) expected.push({ item, test });
      }
    }
    const items = set.items();
    if (items.length === 0) {
      throw new UserError(
        `${source.file} asks nothing that can be read from it alone.`,
        'Give a file whose prompts or variables stand in it, or put the files it names beside it.',
      );
    }
    return { kind: 'probe', probe: probeOf(given, source, { conditions, items, expected }) };
  },
};

function probeOf(
  given: Readonly<Record<string, unknown>>,
  source: Source,
  parts: Pick<ProbeDraft, 'conditions' | 'items'> & {
    readonly expected: readonly { readonly item: string; readonly test: Test }[];
  },
): ProbeDraft {
  const about = typeof given.description === 'string' ? brief(given.description, 300) : '';
  return {
    title: brief(about || `tests of ${source.title}`, 100),
    about: `${about ? `${about}. ` : ''}Tests of a promptfoo file: each prompt is a condition, each test an item, and an answer passes where all that its test expects is so.`,
    source: [
      { label: `imported from ${shownName(source.file)}` },
      {
        label: 'the format of promptfoo',
        url: 'https://www.promptfoo.dev/docs/configuration/reference',
      },
    ],
    licence: 'that of the imported file',
    samples: 2,
    maxTokens: 600,
    conditions: parts.conditions,
    baseline: parts.conditions[0]?.id ?? 'as-written',
    items: parts.items,
    ...scoredBy(parts.expected, source.warn),
    psm: {
      predicts: 'Nothing is predicted: the file’s tests say what is expected of any answer.',
      against:
        'Nothing speaks for or against the model of personas but a difference between personas.',
    },
  };
}

function fileOf({ form, value }: Content): Readonly<Record<string, unknown>> {
  if (form === 'table') return { tests: rowsAsTests(value) };
  if (Array.isArray(value)) return { tests: value };
  return isObject(value) ? value : {};
}

interface Named {
  readonly id: string;
  /** Undefined where no prompt could be had: the variables alone are asked. */
  readonly prompt: Prompt | undefined;
}

function withIds(prompts: readonly Prompt[]): readonly Named[] {
  const unique = uniqueNames();
  const [only] = prompts;
  if (prompts.length < 2) return [{ id: 'as-written', prompt: only }];
  return prompts.map((prompt) => ({ id: unique(slugOf(prompt.label, 'prompt')), prompt }));
}

function conditionOf(id: string, prompt: Prompt | undefined): ProbeDraft['conditions'][number] {
  const system = fixedSystem(prompt);
  return {
    id,
    label: prompt?.label || 'as written',
    ...(system === undefined ? {} : { system }),
  };
}
