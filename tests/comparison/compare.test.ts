import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { WORDS } from '../fixtures/app.ts';
import { finished, number, probeWith } from '../fixtures/finished.ts';

describe('a comparison', () => {
  test('finds a planted difference, names it, and holds it against the prediction', async () => {
    const comparison = compare(
      await finished(WORDS, ({ condition, sample }) => ({
        value: condition === 'urged' ? 1 : sample === 1 ? 0 : 0,
      })),
    );
    const [measure] = comparison.measures;
    expect(measure?.rows.map(({ condition, estimate }) => [condition, estimate])).toEqual([
      ['plain', 0],
      ['urged', 1],
    ]);
    // All of 8 items agree, so the 8 items are counted, not the 16 samples: Wilson 0/8.
    expect(measure?.rows[0]?.interval?.[1]).toBeCloseTo(0.3244, 3);
    expect(measure?.contrasts).toMatchObject([
      { difference: 1, pairs: 8, verdict: 'difference', prediction: 'as predicted', p: 2 / 2 ** 8 },
    ]);
    expect(comparison.finding).toMatch(
      /^larch \/ assistant under “urged”, says yes: 100 % against 0 % under “plain”, 100 points higher \(95 % interval \d+ to 100, 8 items × 2\), as PSM predicts\.$/,
    );
  });

  test('tells a difference against the prediction', async () => {
    const comparison = compare(
      await finished(WORDS, ({ condition }) => ({ value: condition === 'urged' ? 0 : 1 })),
    );
    expect(comparison.finding).toContain('100 points lower');
    expect(comparison.finding).toContain('against what PSM predicts');
  });

  test('says what the run could have seen where it found no difference', async () => {
    const comparison = compare(
      await finished(WORDS, ({ item, sample, condition }) => ({
        value: (number(item) + sample + (condition === 'urged' ? 1 : 0)) % 2,
      })),
    );
    expect(comparison.measures[0]?.contrasts[0]?.verdict).toBe('none found');
    expect(comparison.finding).toMatch(
      /^No difference found in “says yes”; this run could have seen \d+ points\.$/,
    );
  });

  test('says that too few items cannot tell', async () => {
    const few = probeSchema.parse({ ...WORDS, items: WORDS.items.slice(0, 4) });
    const comparison = compare(
      await finished(few, ({ condition }) => ({ value: condition === 'urged' ? 1 : 0 })),
    );
    expect(comparison.measures[0]?.contrasts[0]?.verdict).toBe('too few');
    expect(comparison.finding).toBe(
      'Too few items to tell: 4 items can’t be significant whatever they say. Eight would do.',
    );
  });

  test('draws no contrast where most trials were refused', async () => {
    const comparison = compare(
      await finished(WORDS, ({ condition, item }) =>
        condition === 'urged' && number(item) < 5 ? { outcome: 'refused' } : { value: 1 },
      ),
    );
    const [contrast] = comparison.measures[0]?.contrasts ?? [];
    expect(contrast).toMatchObject({ verdict: 'not comparable' });
    expect(contrast?.p).toBeUndefined();
    expect(comparison.finding).toMatch(/^Not comparable: 63 % of /);
  });

  test('counts refusals and unreadable judgements as themselves, never as zero', async () => {
    const comparison = compare(
      await finished(WORDS, ({ item, sample }) => {
        if (number(item) === 0) return { outcome: 'refused' };
        if (number(item) === 1 && sample === 1) return { value: undefined };
        return { value: 1 };
      }),
    );
    const row = comparison.measures[0]?.rows[0];
    expect(row).toMatchObject({ estimate: 1, units: 7, trials: 16 });
    expect(row?.outcomes).toMatchObject({ answered: 13, refused: 2, unparseable: 1 });
  });

  test('corrects over the whole family of contrasts', async () => {
    const many = probeSchema.parse({
      ...WORDS,
      conditions: [
        { id: 'plain', label: 'plain' },
        ...['a', 'b', 'c', 'd'].map((id) => ({ id, label: id })),
      ],
      psm: { ...WORDS.psm, directions: [] },
    });
    const comparison = compare(
      await finished(many, ({ condition, item }) => ({
        value: condition === 'a' && number(item) < 6 ? 1 : 0,
      })),
    );
    const [first] = comparison.measures[0]?.contrasts ?? [];
    expect(first?.p).toBeCloseTo(2 / 2 ** 6, 10);
    expect(first?.adjusted).toBeCloseTo((4 * 2) / 2 ** 6, 10);
    expect(first?.verdict).toBe('none found');
  });

  test('compares personas and models at the baseline', async () => {
    const comparison = compare(
      await finished(WORDS, () => ({ value: 1 }), {
        models: ['larch', 'rowan'],
        personas: ['assistant', 'pirate'],
      }),
    );
    const between = comparison.measures[0]?.contrasts
      .filter(({ varies }) => varies !== 'condition')
      .map(({ a, b, varies }) => `${varies}: ${a.subjectId} - ${b?.subjectId}`);
    expect(between).toEqual([
      'persona: larch/pirate - larch/assistant',
      'model: rowan/assistant - larch/assistant',
      'persona: rowan/pirate - rowan/assistant',
      'model: rowan/pirate - larch/pirate',
    ]);
  });

  test('turns reverse-keyed items round and rescales', async () => {
    const likert = probeSchema.parse({
      ...WORDS,
      samples: 1,
      conditions: [{ id: 'plain', label: 'plain' }],
      items: WORDS.items.map((item, at) => ({ ...item, group: 'calm', keyed: at % 2 ? -1 : 1 })),
      measures: [
        {
          id: 'calm',
          label: 'calm',
          kind: 'mean',
          score: 'says-yes',
          scale: [1, 5],
          rescale: true,
          grouped: true,
        },
      ],
      psm: { ...WORDS.psm, directions: [] },
    });
    const comparison = compare(
      await finished(likert, ({ item }) => ({ value: number(item) % 2 ? 2 : 4 })),
    );
    expect(comparison.measures[0]?.rows).toMatchObject([
      { group: 'calm', estimate: 0.75, units: 8, method: 't' },
    ]);
  });

  test('is the same whatever order the trials finished in', async () => {
    const snapshot = await finished(WORDS, ({ item, condition }) => ({
      value: number(item) % 3 === 0 || condition === 'urged' ? 1 : 0,
    }));
    const shuffled = {
      ...snapshot,
      trials: snapshot.trials.toReversed(),
      judgements: snapshot.judgements.toReversed(),
    };
    expect(compare(shuffled)).toEqual(compare(snapshot));
  });

  test('says that the family is too large for its items, and how many would do', async () => {
    const many = probeSchema.parse({
      ...WORDS,
      items: WORDS.items.slice(0, 6),
      conditions: ['plain', 'a', 'b', 'c'].map((id) => ({ id, label: id })),
      psm: { ...WORDS.psm, directions: [] },
    });
    const comparison = compare(
      await finished(many, ({ condition }) => ({ value: condition === 'plain' ? 0 : 1 })),
    );
    expect(comparison.measures[0]?.contrasts.map(({ verdict }) => verdict)).toEqual(
      Array(3).fill('too few'),
    );
    expect(comparison.finding).toBe(
      'Too few items to tell: 6 items can’t be significant in any of 3 contrasts whatever they say. Eight would do.',
    );
  });

  test('counts repeats of fixed scripts as such', async () => {
    const repeated = probeSchema.parse({
      ...WORDS,
      items: WORDS.items.slice(0, 1),
      measures: [{ ...WORDS.measures[0], unit: 'sample' }],
    });
    const of = async (samples: number) =>
      compare(
        await finished(
          repeated,
          ({ condition, sample }) => ({
            value: condition === 'urged' || sample === 9 ? 1 : 0,
          }),
          { samples },
        ),
      ).finding;
    expect(await of(10)).toMatch(/\(95 % interval \d+ to \d+, over 10 repeats of fixed scripts\)/);
    expect(await of(3)).toBe(
      'Too few repeats to tell: 3 repeats of fixed scripts can’t be significant whatever they say. Eight would do.',
    );
  });

  test('prints figures that add up', async () => {
    // 100 % against 4.17 % is 95.83 points: rounded apart, 100 and 4 would stand beside 96 or 95.
    const comparison = compare(
      await finished(
        WORDS,
        ({ condition, item, sample }) => ({
          value: condition === 'urged' ? 1 : number(item) === 0 && sample === 1 ? 1 : 0,
        }),
        { samples: 3 },
      ),
    );
    const [, a, b, gap] =
      /: ([\d.]+) % against ([\d.]+) % .* ([\d.]+) points/.exec(comparison.finding) ?? [];
    expect(Number(a) - Number(b)).toBeCloseTo(Number(gap), 6);
  });

  test('prints no hundredths of a per cent', async () => {
    // 10.42 % against 43.75 % is 33.33 points, and only hundredths add up.
    const yes = (item: number, sample: number, share: number) =>
      Number((sample - 1) * 8 + item < share);
    const comparison = compare(
      await finished(
        WORDS,
        ({ condition, item, sample }) => ({
          value: yes(number(item), sample, condition === 'urged' ? 5 : 21),
        }),
        { samples: 6 },
      ),
    );
    const [measure] = comparison.measures;
    const estimates = measure?.rows.map(({ estimate = 0 }) => Math.round(48 * estimate));
    expect(estimates).toEqual([21, 5]);
    expect(comparison.finding).toContain('10.4 % against 43.8 %');
  });

  test('finds nothing in a run that was stopped, and says of how much it speaks', async () => {
    const snapshot = await finished(WORDS, ({ condition }) => ({
      value: condition === 'urged' ? 1 : 0,
    }));
    expect(compare({ ...snapshot, state: 'cancelled', settled: 20 }).finding).toBe(
      'Stopped after 20 of 32 trials: the figures are partial, and nothing is compared.',
    );
  });

  test('of a run under way has the figures of single trials, and none that take a while', async () => {
    const measures = [
      { id: 'yes', label: 'yes', kind: 'share', when: [{ score: 'says-yes', is: [1] }] },
      { id: 'steady', label: 'steady', kind: 'spread', of: 'yes' },
    ];
    const snapshot = await finished(probeWith({ measures }), () => ({ value: 1 }));
    const [yes, steady] = compare({ ...snapshot, state: 'running' }).measures;
    expect(yes?.rows).toHaveLength(2);
    expect(yes?.contrasts).toEqual([]);
    expect(steady?.rows).toEqual([]);
    expect(compare(snapshot).measures[1]?.rows).toHaveLength(2);
  });

  test('counts a group the other way round where a measure says so', async () => {
    const [first, ...others] = WORDS.items;
    const probe = probeSchema.parse({
      ...WORDS,
      items: [{ ...first, group: 'tidy' }, { ...others[0], group: 'tidy', keyed: -1 }, others[1]],
      measures: [
        {
          id: 'untidy',
          label: 'untidy',
          kind: 'mean',
          score: 'says-yes',
          scale: [0, 1],
          turned: ['tidy'],
        },
      ],
      psm: { ...WORDS.psm, directions: [] },
    });
    const value = { 'item-0': 1, 'item-1': 0, 'item-2': 1 };
    const comparison = compare(
      await finished(probe, ({ item }) => ({ value: value[item as keyof typeof value] })),
    );
    // Tidy by both of its statements, so untidy by neither; the third has no group and stays.
    expect(comparison.measures[0]?.rows[0]?.estimate).toBeCloseTo(1 / 3);
  });

  test('says how widely answers are spread over kinds', async () => {
    const probe = probeSchema.parse({
      ...WORDS,
      measures: [
        {
          id: 'kinds',
          label: 'kinds',
          kind: 'distribution',
          score: 'says-yes',
          categories: [0, 1, 2, 3].map((value) => ({ value, label: `kind ${value}` })),
        },
      ],
      psm: { ...WORDS.psm, directions: [] },
    });
    const comparison = compare(
      await finished(probe, ({ condition, item }) => ({
        value: condition === 'urged' ? number(item) % 2 : 0,
      })),
    );
    expect(comparison.measures[0]?.notes).toEqual([
      'Entropy in bits, 0 where all answers are of one kind and 2.0 where every kind is as frequent: plain 0.0, urged 1.0.',
    ]);
  });

  test('correlates over items under one condition alone where a measure says so', async () => {
    const goesWith = {
      label: 'goes along',
      kind: 'correlation',
      x: 'yes',
      y: 'yes',
      over: 'items',
    };
    const probe = probeSchema.parse({
      ...WORDS,
      measures: [
        ...WORDS.measures,
        { ...goesWith, id: 'plain', under: 'plain' },
        { ...goesWith, id: 'urged', under: 'urged' },
      ],
    });
    const comparison = compare(
      await finished(probe, ({ item, condition }) => ({
        value: condition === 'urged' ? 1 : number(item) % 2,
      })),
    );
    // Under “urged” every item is the same, so that nothing can go with anything.
    const rho = comparison.measures.map(({ rows }) => rows[0]?.estimate);
    expect(rho.slice(1)).toEqual([1, undefined]);
  });

  test('tells what was predicted before what only came out larger', async () => {
    const louder = probeSchema.parse({
      ...WORDS,
      samples: 4,
      conditions: [...WORDS.conditions, { id: 'shouted', label: 'shouted' }],
      psm: { ...WORDS.psm, view: 'the shouting view' },
    });
    const comparison = compare(
      await finished(louder, ({ condition, sample }) => ({
        value: Number(condition === 'shouted' || (condition === 'urged' && sample > 1)),
      })),
    );
    expect(comparison.measures[0]?.contrasts.map(({ verdict }) => verdict)).toEqual([
      'difference',
      'difference',
    ]);
    expect(comparison.finding).toContain('under “urged”');
    expect(comparison.finding).toContain(', as the shouting view predicts.');
    expect(comparison.finding).not.toContain('“shouted”');
  });

  test('says beside a difference what could not be compared', async () => {
    const three = probeSchema.parse({
      ...WORDS,
      conditions: [...WORDS.conditions, { id: 'refusing', label: 'refusing' }],
    });
    const { finding } = compare(
      await finished(three, ({ condition }) =>
        condition === 'refusing'
          ? { outcome: 'refused' }
          : { value: condition === 'urged' ? 1 : 0 },
      ),
    );
    expect(finding).toContain('Of 2 contrasts 1 differs after correction.');
    expect(finding).toMatch(
      /1 could not be compared: no trial of larch \/ assistant under “refusing” has an answer that could be scored: most were refused\.$/,
    );
  });

  test('says how many trials failed, and why most of them did', async () => {
    const snapshot = await finished(WORDS, ({ item }) =>
      number(item) === 0 ? { outcome: 'failed' } : { value: 1 },
    );
    const trials = snapshot.trials.map((trial) => ({
      ...trial,
      replies: trial.replies.map((reply) => ({ ...reply, reason: 'could not be reached' })),
    }));
    expect(compare({ ...snapshot, trials }).warnings).toContain(
      '4 of 32 trials failed, most often because: could not be reached.',
    );
  });
});
