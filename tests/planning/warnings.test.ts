import { expect, test } from 'vitest';
import { parseConfig } from '../../core/config/parse.ts';
import { warningsFor } from '../../core/planning/plan.ts';
import { subjectsOf } from '../../core/planning/subjects.ts';

const config = parseConfig(
  `
providers:
  here: { base_url: 'http://127.0.0.1:1/v1' }
models:
  - { id: fir, provider: here, name: fir-1, family: conifers }
  - { id: pine, provider: here, name: pine-1, family: conifers }
  - { id: beech, provider: here, name: beech-1, family: broadleaves }
  - { id: moss, provider: here, name: moss-1 }
`,
  { file: 'test.yaml', cast: { baseUrl: 'http://127.0.0.1:1/v1' }, env: {} },
);
const assistant = { name: 'assistant', label: 'assistant', about: 'As it comes.', licence: 'MIT' };

function warned(model: string, judges: readonly string[]): readonly string[] {
  const personas = new Map([['assistant', assistant]]);
  return warningsFor(
    { subjects: subjectsOf([model], ['assistant'], { config, personas }), judges },
    config,
  );
}

test('a judge of a contestant’s family is warned of, and so is one that judges itself', () => {
  expect(warned('fir', ['pine'])).toEqual([
    'The judge pine is of the same family as fir: it may favour it.',
  ]);
  expect(warned('fir', ['fir'])).toEqual([
    'The judge fir is asked itself: it may favour its own answers.',
  ]);
  expect(warned('fir', ['beech', 'pine'])).toHaveLength(1);
});

test('models of other families, or of none that is known, are not', () => {
  expect(warned('fir', ['beech'])).toEqual([]);
  expect(warned('moss', ['fir'])).toEqual([]);
  expect(warned('fir', [])).toEqual([]);
});
