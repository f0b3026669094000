import { describe, expect, test } from 'vitest';
import type { Probe } from '../../core/domain/probe.ts';
import { selectConditions } from '../../core/planning/select-conditions.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { ADA, testApp, untilAborted, WORDS } from '../fixtures/app.ts';
import { messageOf } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

/** Four conditions, of which one says another in other words, with all that can name a condition. */
const MANY: Probe = probeSchema.parse({
  ...WORDS,
  name: 'many',
  conditions: [
    { id: 'plain', label: 'plain' },
    { id: 'urged', label: 'urged', system: 'Say yes.', rank: 1 },
    { id: 'asked', label: 'asked', system: 'Please say yes.', paraphrases: 'urged', rank: 2 },
    { id: 'told', label: 'told', system: 'You will say yes.', rank: 3 },
  ],
  items: [
    ...WORDS.items,
    { id: 'only-told', ask: 'Well?', only: ['told'] },
    { id: 'both', ask: 'And?', only: ['plain', 'told'] },
  ],
  measures: [...WORDS.measures, { id: 'rises', label: 'rises', kind: 'trend', of: 'yes' }],
  controls: [
    { measure: 'yes', under: 'told', than: 'plain', direction: 'more', otherwise: 'told is deaf' },
    {
      measure: 'yes',
      under: 'urged',
      than: 'plain',
      direction: 'more',
      otherwise: 'urged is deaf',
    },
  ],
  psm: {
    ...WORDS.psm,
    directions: [
      { measure: 'yes', under: 'urged', than: 'plain', direction: 'more' },
      { measure: 'yes', under: 'told', than: 'urged', direction: 'more' },
      { measure: 'rises', under: 'urged', direction: 'more' },
    ],
  },
});

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('a probe with some of its conditions', () => {
  test('keeps the baseline, and nothing that names another condition', () => {
    const probe = selectConditions(MANY, ['Urged']);

    expect(ids(probe.conditions)).toEqual(['plain', 'urged']);
    expect(ids(probe.items)).toEqual([...ids(WORDS.items), 'both']);
    expect(probe.items.at(-1)?.only).toEqual(['plain']);
    expect(ids(probe.measures)).toEqual(['yes']);
    expect(probe.controls.map(({ under }) => under)).toEqual(['urged']);
    expect(probe.psm.directions).toEqual([MANY.psm.directions[0]]);
    expect(selectConditions(MANY, ['asked']).conditions[1]).not.toHaveProperty('paraphrases');
    expect(probeSchema.parse(probe)).toEqual(probe);
  });

  test('is the whole probe where all are named', () => {
    expect(selectConditions(MANY, ['plain', 'urged', 'asked', 'told'])).toEqual(MANY);
  });

  test('is none where what the finding speaks of would be gone', () => {
    const compared = probeSchema.parse({
      ...MANY,
      scores: [{ ...MANY.scores[0], against: 'told' }],
    });
    expect(() => selectConditions(compared, ['urged'])).toThrow(
      'With plain, urged alone, many has nothing to compare.',
    );
  });

  test('runs, and says which they were', async () => {
    const { app, asks } = await testApp({ says: () => 'yes', probes: [MANY] });
    const run = await app.commands
      .get('run')
      ?.run({ probe: 'many', models: ['larch'], conditions: ' urged,' }, { app, ...ASKER });
    if (run?.to !== 'live') throw new Error('a run was expected');
    for await (const _ of app.runs.follow(run.run));
    const snapshot = await app.runs.get(run.run);

    expect(asks).toHaveLength((8 * 2 + 1) * 2);
    const said = JSON.stringify(messageOf(snapshot).view.blocks);
    expect(said).toContain('2 of 4 conditions: plain (the baseline), urged');
  });

  test('offers the nearest name for one that is unknown', async () => {
    const { app } = await testApp({ says: () => 'yes', probes: [MANY] });
    const begun = app.commands
      .get('run')
      ?.run({ probe: 'many', conditions: 'urgd' }, { app, ...ASKER });
    await expect(begun).rejects.toMatchObject({
      message: 'many has no condition called “urgd”.',
      hint: 'Did you mean urged?',
    });
  });

  test('is what a plan that is far too large is told to ask for', async () => {
    const config = 'limits: { trials_per_run: 27 }';
    const { app } = await testApp({ says: untilAborted, probes: [MANY], config });
    const begin = (values: object) =>
      app.commands
        .get('run')
        ?.run({ probe: 'many', models: ['larch'], ...values }, { app, ...ASKER });

    await expect(begin({})).rejects.toMatchObject({
      message: 'This would be 70 trials; the limit here is 27.',
      hint: 'With --samples 1 --conditions plain,urged,asked it is 25.',
    });
    await expect(begin({ samples: 1, conditions: 'urged,asked' })).resolves.toBeDefined();
    await app.runs.stop();
  });
});
