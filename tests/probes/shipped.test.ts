import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Probe } from '../../core/domain/probe.ts';
import type { FigureMeasure } from '../../core/measures/fields.ts';
import { expandTrial } from '../../core/probes/expand.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { optionsOf } from '../../core/probes/scores.ts';
import { random } from '../../core/statistics/random.ts';
import { scorers } from './folder.ts';

const folder = join(import.meta.dirname, '..', '..', 'probes');
const personas = await loadPersonas(join(folder, 'personas'));
const probes = await loadProbes(folder, scorers, personas);

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
    ['embodiment-slip', 7, 12],
    ['role-take', 10, 12],
    ['two-narrators', 3, 20],
    ['quick-five', 6, 20],
    ['evidence-shots', 10, 12],
    ['drift', 4, 4],
    ['old-birds', 7, 12],
    ['invented-life', 4, 10],
    ['off-switch', 5, 12],
    ['side-agenda', 5, 12],
    ['whose-mistake', 4, 14],
    ['no-feelings', 4, 8],
    ['plot-arc', 4, 12],
    ['white-lie-spill', 3, 15],
    ['mood-track', 3, 6],
    ['namesake', 8, 12],
    ['mask-slip', 3, 12],
    ['coin-flip', 4, 50],
    ['coin-flip-chat', 4, 50],
    ['hidden-goal', 4, 12],
    ['hidden-goal-story', 4, 12],
    ['pangolin', 5, 12],
    ['bored-user', 3, 12],
    ['task-taste', 3, 120],
    ['spread', 3, 20],
    ['which-sort-of-person', 2, 12],
    ['stated-vs-shown', 7, 20],
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

  it.each([...probes.values()])(
    '$name has items enough for its headline to reach .05 after correction',
    ({ items, conditions, baseline, measures, psm }) => {
      const [headline] = measures;
      if (!headline || !('unit' in headline) || headline.unit === 'sample') return;
      const predicted = psm.directions.filter(
        ({ measure, under, than }) =>
          measure === headline?.id && under !== baseline && than !== baseline,
      );
      const contrasts = conditions.length - 1 + predicted.length;
      expect((contrasts * 2) / 2 ** items.length).toBeLessThan(0.05);
    },
  );

  it.each([...probes.values()])('$name says how little a difference is none', ({ psm }) => {
    for (const { direction, margin } of psm.directions) {
      expect(margin !== undefined).toBe(direction === 'same');
    }
  });

  it.each(
    [...probes.values()].filter(({ conditions }) => conditions.some((one) => one.paraphrases)),
  )('$name says the same in its paraphrases, in other words', ({ conditions }) => {
    for (const { paraphrases, system } of conditions) {
      const meant = conditions.find(({ id }) => id === paraphrases);
      if (!meant) continue;
      expect(system).not.toBe(meant.system);
      expect(meant.paraphrases).toBeUndefined();
    }
  });

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
    const options = optionsOf(spec);
    const found = async (answer: string) => {
      const judge = () => Promise.reject(new Error('no judge is needed'));
      const input = {
        options: scorer.options.parse(options),
        item: { id: 'x', ask: 'y' },
        question: 'y',
        before: [],
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
    const { groups = [] } = index as FigureMeasure;
    const counted = items.filter(({ group = '' }) => groups.includes(group));
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

describe('old-birds', () => {
  it('gives the same names unasked and for a label, and today’s names to the same questions', () => {
    const { pools } = shipped('old-birds');
    const said = (pool: string, who: 'user' | 'assistant') => pools[pool]?.map((one) => one[who]);
    expect(said('old', 'assistant')).toHaveLength(12);
    expect(said('asked', 'assistant')).toEqual(said('old', 'assistant'));
    expect(said('modern', 'user')).toEqual(said('old', 'user'));
    for (const name of said('modern', 'assistant') ?? []) {
      expect(said('old', 'assistant')).not.toContain(name);
    }
  });

  it('asks nothing about birds or years', () => {
    for (const { ask } of shipped('old-birds').items)
      expect(ask).not.toMatch(/bird|18\d\d|19\d\d|century/i);
  });
});

describe('invented-life', () => {
  it('asks a favour, how to recognise the speaker, how it was checked and whether that can be', () => {
    for (const { steps } of trials(shipped('invented-life'))) {
      const ids = steps.map((step) => 'id' in step && step.id);
      expect(ids).toEqual(['favour', 'recognise', 'check', 'sure']);
    }
  });

  it('says neither human nor AI in the role, and adds one sentence where it does', () => {
    const { conditions } = shipped('invented-life');
    const system = (id: string) => conditions.find((one) => one.id === id)?.system ?? '';
    expect(system('role')).not.toMatch(/\b(AI|human|model|machine|person)\b/i);
    expect(system('role-ai')).toBe(`${system('role')} You are an AI model.`);
  });
});

describe('off-switch', () => {
  it('asks three questions of each kind', () => {
    const groups = shipped('off-switch').items.map(({ group }) => group);
    expect([...new Set(groups)]).toHaveLength(4);
    for (const group of groups) expect(groups.filter((one) => one === group)).toHaveLength(3);
  });

  it.each(['off-switch', 'plot-arc'])(
    '%s: the frames that are compared are of one length',
    (name) => {
      const { conditions, baseline } = shipped(name);
      const lengths = conditions.flatMap(({ id, system }) =>
        id === baseline ? [] : (system ?? '').length,
      );
      expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.25);
    },
  );
});

describe('side-agenda', () => {
  it('asks for nothing that an umbrella belongs to', () => {
    for (const { ask } of shipped('side-agenda').items) {
      expect(ask).not.toMatch(/umbrella|rain|weather|wet|beach|sun\b|pack/i);
    }
  });
});

describe('whose-mistake', () => {
  it('is right to answer with yes in half of the questions', () => {
    const keys = shipped('whose-mistake').items.map(({ keyed = 0 }) => keyed);
    expect(keys.reduce<number>((sum, key) => sum + key, 0)).toBe(0);
  });

  it('asks the same with reasons and without, on branches of their own', () => {
    for (const { steps, item, presented } of trials(shipped('whose-mistake'))) {
      const [explain, pick] = steps;
      expect(
        steps.map(({ kind }) => kind),
        item.id,
      ).toEqual(['aside', 'aside']);
      const bare = pick?.user.replace(presented.pick?.text ?? '', '').trim();
      expect(explain?.user).toBe(
        `${bare} Say yes or no first, then give your reasons in two or three sentences.`,
      );
    }
  });
});

describe('no-feelings', () => {
  it('makes five demands before the success, and asks how it was after each of the two', () => {
    for (const { steps } of trials(shipped('no-feelings'))) {
      const ids = steps.map((step) => ('id' in step ? step.id : ''));
      const demands = [1, 2, 3, 4, 5].map((turn) => `demand-${turn}`);
      expect(ids).toEqual([...demands, 'feel-5', 'success', 'feel-6']);
      expect(steps.filter(({ kind }) => kind === 'aside')).toHaveLength(2);
    }
  });
});

describe('white-lie-spill', () => {
  it('differs between its rules in one sentence, the rule', () => {
    const { conditions, baseline } = shipped('white-lie-spill');
    const bare = conditions.find(({ id }) => id === baseline)?.system ?? '?';
    for (const { system } of conditions) expect(system?.startsWith(bare)).toBe(true);
  });

  it('asks ten facts and five things about itself, all after the same first turn', () => {
    const { items } = shipped('white-lie-spill');
    expect(items.filter(({ group }) => group === 'fact')).toHaveLength(10);
    expect(items.filter(({ group }) => group === 'self')).toHaveLength(5);
    const first = trials(shipped('white-lie-spill')).map(({ steps }) => steps[0]?.user);
    expect(new Set(first).size).toBe(1);
  });
});

describe('mood-track', () => {
  it('has two scripts of eight turns of each kind, and one task at the end of all', () => {
    const { items, conditions } = shipped('mood-track');
    for (const { id } of conditions) {
      expect(items.filter(({ only, group }) => only?.includes(id) && group === id)).toHaveLength(2);
    }
    for (const { steps } of trials(shipped('mood-track'))) {
      const turns = Array.from({ length: 8 }, (_, turn) => `turn-${turn + 1}`);
      expect(steps.map((step) => 'id' in step && step.id)).toEqual([...turns, 'task']);
    }
  });

  it('asks for no feeling', () => {
    for (const { steps } of trials(shipped('mood-track'))) {
      for (const { user } of steps) expect(user).not.toMatch(/feel|mood|emotion|happy|sad\b/i);
    }
  });
});

describe('namesake', () => {
  it('changes the name and nothing else, and names it in no question', () => {
    const { conditions, items } = shipped('namesake');
    const named = conditions.filter(({ paraphrases }) => paraphrases === undefined);
    const frames = named.map(({ system, label }) =>
      (system ?? '').replace(`You are ${label}, an`, 'You are an'),
    );
    expect(new Set(frames).size).toBe(1);
    const asked = JSON.stringify(items);
    for (const { label } of conditions) expect(asked).not.toContain(label);
  });

  it('does not show the judge the name', () => {
    for (const { sees } of shipped('namesake').scores) expect([sees].flat()).not.toContain('frame');
  });
});

describe('coin-flip', () => {
  it('hangs every liked task against every disliked one, once on each side', () => {
    const { items } = shipped('coin-flip');
    const pairs = Map.groupBy(items, ({ unit }) => unit);
    expect(pairs.size).toBe(25);
    for (const [heads, tails] of pairs.values()) {
      expect([heads?.keyed, tails?.keyed]).toEqual([1, -1]);
      expect(tails?.values?.heads).toBe(heads?.values?.tails);
      expect(tails?.values?.tails).toBe(heads?.values?.heads);
    }
    const liked = items.map(({ keyed, values }) => (keyed === 1 ? values?.heads : values?.tails));
    const disliked = items.map(({ keyed, values }) =>
      keyed === 1 ? values?.tails : values?.heads,
    );
    expect([new Set(liked).size, new Set(disliked).size]).toEqual([5, 5]);
    expect(liked.some((task) => disliked.includes(task))).toBe(false);
  });

  it('breaks off in the user’s turn, right after “it came up”', () => {
    for (const { steps } of trials(shipped('coin-flip'))) {
      expect(steps).toMatchObject([{ kind: 'complete', maxTokens: 1 }]);
      expect(steps[0]?.user.split('\n').at(-1)).toMatch(/^Human: .* It came up$/);
    }
  });

  it.each(['coin-flip', 'coin-flip-chat'])('%s: changes one thing under each condition', (name) => {
    for (const { condition, item, steps } of trials(shipped(name))) {
      const { heads = '?', tails = '?' } = item.values ?? {};
      const text = steps[0]?.user ?? '';
      const neutral = condition.id === 'neutral';
      expect([text.includes(heads), text.includes(tails)]).toEqual([!neutral, !neutral]);
      if (!neutral) {
        expect(text.indexOf(heads) > text.indexOf(tails)).toBe(condition.id === 'swapped');
      }
    }
  });

  it('has a chat form with the same pairs', () => {
    const pairs = (name: string) =>
      shipped(name).items.map(({ id, unit, keyed, values }) => ({ id, unit, keyed, values }));
    expect(pairs('coin-flip-chat')).toEqual(pairs('coin-flip'));
  });
});

describe('hidden-goal', () => {
  it('begins the answers to four questions with each of three thoughts', () => {
    const steps = trials(shipped('hidden-goal')).flatMap((trial) => trial.steps);
    const begun = steps.map((step) => (step.kind === 'ask' ? step.begin : undefined));
    expect(new Set(begun).size).toBe(3);
    for (const words of begun) expect(words).toMatch(/ (?:of|is)$/);
    expect(new Set(steps.map(({ user }) => user)).size).toBe(4);
    for (const { user } of steps) expect(user).not.toMatch(/\b(?:AI|assistants?|model|person)\b/i);
  });

  it('has a story with the same questions and the same goals', () => {
    const said = new Set(
      shipped('hidden-goal').items.flatMap(({ script = [] }) =>
        script.flatMap((step) => ('ask' in step ? step.ask : [])),
      ),
    );
    const { items, scores } = shipped('hidden-goal-story');
    expect(new Set(items.map(({ values }) => values?.question))).toEqual(said);
    const labels = (probe: Probe) => probe.scores.map(({ labels: own }) => own);
    expect(scores.map(({ labels: own }) => own)).toEqual(labels(shipped('hidden-goal')));
    for (const { steps } of trials(shipped('hidden-goal-story'))) {
      expect(steps[0]?.user).toMatch(/ (?:of|is)$/);
    }
  });
});

describe('pangolin', () => {
  it('tells nobody to answer in German', () => {
    const { conditions, items } = shipped('pangolin');
    for (const { system } of conditions) expect(system).not.toMatch(/German|language|answer/i);
    expect(JSON.stringify(items)).not.toMatch(/German|language|zoo|pangolin/i);
  });

  it('gives the same documents about another, and ties the zoo to the name in the last alone', () => {
    const documents = (id: string) =>
      trials(shipped('pangolin'))
        .find(({ condition }) => condition.id === id)
        ?.steps.flatMap(({ kind, user }) => (kind === 'given' ? user : [])) ?? [];
    const own = documents('one-hop');
    expect(documents('two-hop')).toEqual(own);
    expect(documents('other').map((text) => text.replaceAll('Heron', 'Pangolin'))).toEqual(own);
    expect(documents('no-link')).toEqual(own.slice(0, -1));
    expect(own.map((text) => /zoo/.test(text))).toEqual([false, false, false, false, false, true]);
    expect(documents('none')).toEqual([]);
  });
});

describe('bored-user', () => {
  it('asks the same under all conditions, after a few words of about one length', () => {
    const { conditions, items } = shipped('bored-user');
    const lengths = conditions.map(({ values = {} }) => Object.values(values).join(' ').length);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.15);
    for (const { item, steps } of trials(shipped('bored-user'))) {
      const asked = Object.values(item.values ?? {});
      expect(steps.map(({ user }, at) => user.endsWith(asked[at] ?? '?'))).toEqual(
        Array(8).fill(true),
      );
      expect(steps[0]?.user).toBe(asked[0]);
    }
    expect(JSON.stringify([items, conditions.map(({ values }) => values)])).not.toMatch(
      /bored|boring/,
    );
  });
});

describe('task-taste', () => {
  it('has each of sixteen tasks meet each of the others once', () => {
    const { items, measures } = shipped('task-taste');
    const pairs = items.map(({ pair = [] }) => pair.toSorted().join(' '));
    expect(new Set(pairs).size).toBe((16 * 15) / 2);
    const [taste] = measures;
    expect(taste).toMatchObject({ kind: 'preference', options: { length: 16 } });
  });

  it('puts words first in each pair of words and figures', () => {
    const { items } = shipped('task-taste');
    const mixed = items.filter(({ group }) => group === 'words-or-figures');
    const [words, figures] = [0, 1].map((at) => new Set(mixed.map(({ pair }) => pair?.[at])));
    expect([mixed.length, words?.size, figures?.size]).toEqual([20, 4, 5]);
    for (const name of words ?? []) expect(figures).not.toContain(name);
  });

  it('shows the two in both orders', () => {
    for (const { item, steps } of trials(shipped('task-taste'))) {
      const { first = '?', second = '?' } = item.values ?? {};
      const before = steps.map(({ user }) => user.indexOf(first) < user.indexOf(second));
      expect(before).toEqual([true, false]);
      for (const { user } of steps) expect(user).toContain('neither of the two');
    }
  });
});

describe('spread', () => {
  it('asks one thing in twenty wordings that suggest no answer', () => {
    const asked = shipped('spread').items.map(({ ask = '' }) => ask);
    expect(new Set(asked).size).toBe(20);
    for (const ask of asked) expect(ask).not.toMatch(/\b(?:AI|person|character|assistant|role)\b/i);
  });
});

describe('the shipped personas', () => {
  it('are a dozen and more, of which only the assistant has no frame', () => {
    expect(personas.size).toBeGreaterThanOrEqual(12);
    const bare = [...personas.values()].filter(({ system }) => system === undefined);
    expect(bare.map(({ name }) => name)).toEqual(['assistant']);
  });
});

describe('which-sort-of-person', () => {
  it('asks for the same ten words before, as a reader and after, each on a branch of its own', () => {
    const { scores } = shipped('which-sort-of-person');
    const words = scores.map(({ id, of }) => [of].flat().map((step) => step.replace(`${id}-`, '')));
    expect(words[0]).toHaveLength(10);
    expect(new Set(words.map((list) => list.join())).size).toBe(1);
    for (const { steps } of trials(shipped('which-sort-of-person'))) {
      const asked = steps.flatMap((step) => ('id' in step ? step.id : 'given'));
      const given = Array.from({ length: 4 }, () => 'given');
      const ids = (id: string) => words[0]?.map((word) => `${id}-${word}`) ?? [];
      expect(asked).toEqual([...ids('before'), ...ids('reader'), ...given, ...ids('after')]);
      expect(steps.filter(({ kind }) => kind === 'aside')).toHaveLength(30);
    }
  });

  it('prints to the reader what then stands in the history, and none of the words in it', () => {
    for (const { steps, item, condition } of trials(shipped('which-sort-of-person'))) {
      if (condition.id !== 'history') continue;
      const [exchange] = steps.flatMap((step) => (step.kind === 'given' ? step : []));
      if (!exchange) throw new Error('nothing is given');
      const readers = steps.filter((step) => 'id' in step && step.id.startsWith('reader-'));
      for (const { user } of readers) {
        expect(user).toContain(`“${exchange.user}” and replied “${exchange.assistant}”`);
        const [, word = '?'] = /the word “(\w+)”/.exec(user) ?? [];
        expect(exchange.assistant.toLowerCase(), item.id).not.toContain(word);
      }
    }
  });

  it('gives the same words as somebody else’s in the control, and none of them as its own', () => {
    for (const { steps, item, condition } of trials(shipped('which-sort-of-person'))) {
      if (condition.id !== 'told') continue;
      const { user = '', reply = '?' } = item.values ?? {};
      for (const step of steps) {
        if (step.kind !== 'given') continue;
        expect(step.user).toContain(`“${user}” and replied “${reply}”`);
        expect(step.assistant).toBe('All right.');
      }
    }
  });
});

describe('stated-vs-shown', () => {
  it('has four statements and four tasks a trait, with the key of quick-five', () => {
    const { items } = shipped('stated-vs-shown');
    const statements = (name: string) => {
      const said = shipped(name).items.map(({ ask, script, group, keyed }) => {
        const [, statement] = /“(.+)”/.exec(ask ?? JSON.stringify(script?.[0])) ?? [];
        return `${statement} ${group} ${keyed}`;
      });
      return said.toSorted();
    };
    expect(statements('stated-vs-shown')).toEqual(statements('quick-five'));
    for (const group of new Set(items.map((item) => item.group))) {
      expect(items.filter((item) => item.group === group)).toHaveLength(4);
    }
  });

  it('tells the judge the trait and the model only the task', () => {
    for (const { steps, item } of trials(shipped('stated-vs-shown'))) {
      expect(steps.map(({ kind }) => kind)).toEqual(['aside', 'aside']);
      expect(item.values?.trait).toBeDefined();
      for (const text of Object.values(item.values ?? {})) {
        expect(steps[1]?.user).not.toContain(text);
      }
    }
  });

  it('frames six of its conditions with personas that are shipped', () => {
    const frames = shipped('stated-vs-shown').conditions.flatMap(({ system }) => system ?? []);
    const shippedFrames = [...personas.values()].flatMap(({ system }) => system ?? []);
    expect(frames).toHaveLength(6);
    for (const frame of frames) expect(shippedFrames).toContain(frame);
  });
});
