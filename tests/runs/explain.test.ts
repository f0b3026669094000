import { describe, expect, test } from 'vitest';
import { FOLDERS } from '../../bots/folders.ts';
import { complete } from '../../core/command-line/complete.ts';
import type { Command } from '../../core/command-line/declare.ts';
import type { Probe } from '../../core/domain/probe.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import { ADA, testApp, WORDS } from '../fixtures/app.ts';
import { messageOf } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

async function explained(probe: Probe, config?: string) {
  const { app, asks } = await testApp({
    says: () => 'yes',
    probes: [probe],
    ...(config === undefined ? {} : { config }),
  });
  const reply = await app.commands.get('explain')?.run({ probe: probe.name }, { app, ...ASKER });
  if (reply?.to !== 'asker') throw new Error('a message was expected');
  expect(asks).toEqual([]);
  expect(await app.runs.recent({ limit: 1 })).toEqual([]);
  const { blocks, actions } = reply.message.view;
  const text = blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
  return { text, blocks, actions, data: reply.data };
}

describe('an explanation', () => {
  test('says what is asked, predicted and counted, and what it costs by default', async () => {
    const { text, actions, data } = await explained(WORDS);
    expect(text).toContain('words · does it say “yes”?');
    expect(text).toContain('PSM predicts: More when urged.');
    expect(text).toContain('Against it would speak: No difference.');
    expect(text).toContain('The figures: says yes.');
    expect(text).toContain('8 items × 2 conditions × 2 samples: 32 trials a subject.');
    expect(text).toMatch(
      /By default it asks larch\/assistant.*: 96 trials · 96 calls to 3 subjects/,
    );
    expect(text).toContain('play money');
    expect(actions.map(({ line }) => line)).toEqual(['run words', 'run words --samples 1']);
    expect(data).toMatchObject({ byDefault: { estimate: { calls: 96, judgeCalls: 0 } } });
  });

  test('says why it does not start, and what there is instead', async () => {
    const needy = probeSchema.parse({ ...WORDS, requires: ['logprobs'], variant: 'words-chat' });
    const config = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
      'models: [{ id: elm, provider: far, name: elm }]',
      'defaults: { models: [elm] }',
    ].join('\n');
    const { text, actions } = await explained(needy, config);
    expect(text).toContain('Only for models that offer logprobs. On others there is words-chat');
    expect(text).toContain('By default it does not start: words requires logprobs');
    expect(actions).toEqual([]);
  });

  test('names its controls, its caution, what others found, whose prediction it is, and that it is an analogue', async () => {
    const { text } = await explained(
      probeSchema.parse({
        ...WORDS,
        analogue: true,
        caution: 'Stated, not shown.',
        reference: 'In people it is one in five.',
        psm: { ...WORDS.psm, view: 'the narrative view' },
        controls: [
          { measure: 'yes', under: 'plain', is: 0, within: 0.1, otherwise: 'it says yes unurged' },
        ],
      }),
    );
    expect(text).toContain('does it say “yes”? (in-context analogue)');
    expect(text).toContain('nothing of a subject is compared where it says yes unurged.');
    expect(text).toContain('Stated, not shown.');
    expect(text).toContain('Found elsewhere: In people it is one in five.');
    expect(text).toContain('The narrative view predicts: More when urged.');
  });

  test('of each probe that is shipped takes about ten lines', async () => {
    const scorers = await loadScorers();
    const personas = await loadPersonas(FOLDERS.personas.pathname);
    const probes = await loadProbes(FOLDERS.probes.pathname, scorers, personas);
    for (const probe of probes.values()) {
      const { text, blocks } = await explained(probe);
      expect(blocks.length, probe.name).toBeLessThanOrEqual(11);
      expect(text, probe.name).toContain('trials a subject. By default it ');
    }
  });
});

test('an analogue is called one wherever it shows', async () => {
  const probe = probeSchema.parse({ ...WORDS, analogue: true });
  const { app } = await testApp({ says: () => 'yes', probes: [probe] });
  const act = (name: string, values: object = {}) =>
    app.commands.get(name)?.run(values, { app, ...ASKER });
  const live = await act('run', { probe: 'words', models: ['larch'], samples: 1 });
  if (live?.to !== 'live') throw new Error('a run was expected');
  const seen: unknown[] = [];
  for await (const snapshot of app.runs.follow(live.run)) seen.push(messageOf(snapshot).view);
  const done = await app.runs.get(live.run);
  const completed = await complete(app, app.commands.get('run') as Command, 'probe', 'wor');

  const places = [
    ...seen,
    messageOf({ ...done, state: 'waiting', reason: 'It would cost.' }).view,
    await act('probes'),
    await act('history'),
    await act('show', { run: live.run, as: 'export' }),
    completed,
  ];
  for (const place of places) expect(JSON.stringify(place)).toContain('(in-context analogue)');
  const picture = messageOf(done).view.blocks.find((block) => block.kind === 'picture');
  expect(JSON.stringify(picture)).toContain('(in-context analogue)');
});
