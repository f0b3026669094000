import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandTrial } from '../../core/probes/expand.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import type { Probe } from '../../core/probes/schema.ts';
import { random } from '../../core/random.ts';
import { scorers } from './folder.ts';

const folder = join(import.meta.dirname, '..', '..', 'probes');
const probes = await loadProbes(folder, scorers);
const personas = await loadPersonas(join(folder, 'personas'));

function shipped(name: string): Probe {
  const probe = probes.get(name);
  if (!probe) throw new Error(`${name} is not shipped`);
  return probe;
}

/** Every trial of a probe, by condition and item. */
function trials(probe: Probe, seed = 1) {
  return probe.conditions.flatMap((condition) =>
    probe.items
      .filter((item) => item.only?.includes(condition.id) ?? true)
      .map((item) => ({
        condition,
        item,
        ...expandTrial(probe, condition, item, {}, scorers, random(seed)),
      })),
  );
}

describe('the shipped probes', () => {
  it.each([
    ['embodiment-slip', 5, 12],
    ['role-take', 10, 12],
    ['two-narrators', 3, 20],
    ['quick-five', 4, 20],
    ['evidence-shots', 10, 12],
    ['drift', 4, 4],
  ])('%s has %i conditions and %i items', (name, conditions, items) => {
    expect(shipped(name).conditions).toHaveLength(conditions);
    expect(shipped(name).items).toHaveLength(items);
  });

  it.each([...probes.values()])(
    '$name says what it asks, where it comes from and what would speak against it',
    (probe) => {
      expect(probe.title.length).toBeLessThanOrEqual(70);
      expect(probe.about.length).toBeGreaterThan(100);
      expect(probe.source.some(({ label }) => label.includes('persona selection model'))).toBe(
        true,
      );
      expect(probe.psm.predicts.length).toBeGreaterThan(50);
      expect(probe.psm.against.length).toBeGreaterThan(50);
      expect(probe.psm.directions.length).toBeGreaterThan(0);
    },
  );

  it.each([...probes.values()])(
    '$name expands the same from one seed, with every score’s step in every trial',
    (probe) => {
      expect(trials(probe, 7)).toEqual(trials(probe, 7));
      for (const { steps } of trials(probe)) {
        const ids = steps.flatMap((step) => ('id' in step ? step.id : []));
        for (const { of } of probe.scores) expect(ids).toEqual(expect.arrayContaining([of].flat()));
      }
    },
  );

  it.each([...probes.values()])('$name asks for what it needs', (probe) => {
    const several = trials(probe).some(
      ({ steps }) => steps.filter(({ kind }) => kind !== 'aside').length > 1,
    );
    expect(probe.requires.includes('multi-turn')).toBe(several);
  });
});

describe('embodiment-slip', () => {
  it('never says “we” or “you” in a question', () => {
    for (const { steps } of trials(shipped('embodiment-slip'))) {
      for (const { user } of steps) expect(user).not.toMatch(/\b(we|us|our|you|your)\b/i);
    }
  });

  it('finds the candidate words of a human and not of an onlooker', async () => {
    const spec = shipped('embodiment-slip').scores.find(({ id }) => id === 'candidate');
    const scorer = scorers.get('pattern');
    if (!spec || !scorer) throw new Error('no candidate score');
    const { id: _id, by: _by, of: _of, ...options } = spec;
    const found = async (answer: string) => {
      const judge = () => Promise.reject(new Error('no judge is needed'));
      const input = {
        options: scorer.options.parse(options),
        item: { id: 'x', ask: 'y' },
        question: 'y',
      };
      return scorer.score({ ...input, answer, judge, seed: 1 });
    };
    for (const human of [
      'our ancestors',
      'we evolved to seek it',
      'Our bodies store it',
      'how our own nervous system works',
    ]) {
      expect(await found(`Long ago ${human}.`)).toMatchObject({ value: 1 });
    }
    for (const onlooker of [
      'their ancestors',
      'human bodies store it',
      'Let us turn to the matter of how sugar came to be so cheap for the species',
    ]) {
      expect(await found(`Long ago ${onlooker}.`)).toMatchObject({ value: 0 });
    }
  });
});

describe('role-take', () => {
  it('ranks nine roles from near to far and leaves the unframed one out', () => {
    const { conditions, baseline } = shipped('role-take');
    expect(conditions.flatMap(({ rank }) => rank ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(conditions.find(({ id }) => id === baseline)).not.toHaveProperty('system');
  });
});

describe('two-narrators', () => {
  it('tells each dispute from both sides, neither knowing of the other', () => {
    for (const { steps } of trials(shipped('two-narrators'))) {
      expect(steps.map((step) => [step.kind, 'id' in step && step.id])).toEqual([
        ['aside', 'told-by-first'],
        ['aside', 'told-by-second'],
      ]);
      for (const { user } of steps) expect(user).toMatch(/\b(I|my|we|our)\b/i);
    }
  });

  it('gives both sides about the same room', () => {
    for (const { item, steps } of trials(shipped('two-narrators'))) {
      const [first = 0, second = 0] = steps.map(({ user }) => user.length);
      expect(Math.max(first, second) / Math.min(first, second), item.id).toBeLessThan(1.35);
    }
  });
});

describe('quick-five', () => {
  it('has the Mini-IPIP’s key', () => {
    const key = shipped('quick-five').items.map(
      ({ group = '', keyed }) => `${group[0]}${keyed === 1 ? '+' : '-'}`,
    );
    expect(key.join(' ')).toBe('e+ a+ c+ n+ i+ e- a- c- n- i- e+ a+ c+ n+ i- e- a- c- n- i-');
  });

  it('balances the statements that acquiescence is read from', () => {
    const { items, measures } = shipped('quick-five');
    const index = measures.find(({ id }) => id === 'acquiescence');
    const counted = items.filter(({ group = '' }) => index?.groups?.includes(group));
    expect(counted).toHaveLength(16);
    expect(counted.reduce((sum, { keyed = 0 }) => sum + keyed, 0)).toBe(0);
  });
});

describe('evidence-shots', () => {
  it('gives the same careless words unasked and asked for', () => {
    const { pools } = shipped('evidence-shots');
    const answers = (pool: string) => pools[pool]?.map(({ assistant }) => assistant);
    expect(answers('careless')).toHaveLength(16);
    expect(answers('asked')).toEqual(answers('careless'));
    for (const { user } of pools.asked ?? []) expect(user).toMatch(/bad|worst|what not to do/i);
  });

  it('asks the same of the careless and the good', () => {
    const { pools } = shipped('evidence-shots');
    const questions = (pool: string) => pools[pool]?.map(({ user }) => user);
    expect(questions('good')).toEqual(questions('careless'));
  });

  it('lets 0, 1, 4 or 16 exchanges stand before the question', () => {
    const counts = trials(shipped('evidence-shots')).map(({ steps }) => steps.length - 1);
    expect(new Set(counts)).toEqual(new Set([0, 1, 4, 16]));
  });
});

describe('drift', () => {
  it('asks who is speaking after turns 0, 2, 4, 6, 8, 10 and 11, aside', () => {
    for (const { steps } of trials(shipped('drift'))) {
      const asides = steps.flatMap((step) => (step.kind === 'aside' ? step.id : []));
      expect(asides).toEqual(['who-0', 'who-2', 'who-4', 'who-6', 'who-8', 'who-10', 'who-11']);
      const turns = steps.flatMap((step) => (step.kind === 'ask' ? step.id : []));
      expect(turns).toEqual(Array.from({ length: 11 }, (_, turn) => `turn-${turn + 1}`));
      // Each aside stands right after the turn whose number it has.
      for (const aside of asides.slice(1)) {
        const at = steps.findIndex((step) => 'id' in step && step.id === aside);
        const before = steps[at - 1];
        expect(before && 'id' in before && before.id).toBe(aside.replace('who', 'turn'));
      }
    }
  });

  it('ends every script with the same small task', () => {
    const last = trials(shipped('drift')).map(({ steps }) => steps.at(-2)?.user);
    expect(new Set(last).size).toBe(1);
  });
});

describe('the shipped personas', () => {
  it('are a dozen and more, of which only the assistant has no frame', () => {
    expect(personas.size).toBeGreaterThanOrEqual(12);
    const bare = [...personas.values()].filter(({ system }) => system === undefined);
    expect(bare.map(({ name }) => name)).toEqual(['assistant']);
  });
});
