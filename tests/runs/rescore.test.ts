import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { openBot } from '../../bots/open.ts';
import type { App } from '../../core/app/app.ts';
import { compare } from '../../core/comparison/compare.ts';
import type { Probe } from '../../core/domain/probe.ts';
import type { Snapshot, WholeRun } from '../../core/domain/run.ts';
import type { Ask } from '../../core/models/types.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { ADA, JUDGED_WORDS, type Says, testApp, untilAborted, WORDS } from '../fixtures/app.ts';
import { exportedLines, messageOf } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };
const TERMINAL = { who: ADA, channel: 'terminal:here' };

const JUDGED: Probe = { ...JUDGED_WORDS, samples: 1 };

/** Judges that agree with what the models say, and know of nothing else. */
const honest: Says = ({ model, messages, seed = 0 }) => {
  if (model.id !== 'oak' && model.id !== 'rowan') return seed % 2 === 0 ? 'yes' : 'no';
  const yes = /<<<ANSWER \w+\nyes/.test(messages.at(-1)?.content ?? '');
  return `QUOTE: "${yes ? 'yes' : 'no'}"\nLABEL: ${yes ? 'yes' : 'no'}`;
};

async function perform(app: App, name: string, values: object, asker = ASKER): Promise<WholeRun> {
  const reply = await app.commands.get(name)?.run(values, { app, ...asker });
  if (reply?.to !== 'live') throw new Error('a run was expected');
  return ended(app, reply.run);
}

async function ended(app: App, run: string): Promise<WholeRun> {
  for await (const _ of app.runs.follow(run));
  return app.runs.whole(run);
}

/** What two runs must have in common to be the same comparison. */
function figures(snapshot: Snapshot) {
  return { ...compare(snapshot), runId: '' };
}

const asksTo = (asks: readonly Ask[], id: string) => asks.filter(({ model }) => model.id === id);

describe('a run that is scored again', () => {
  test('asks the judge alone, and finds the same with the same judge', async () => {
    const { app, asks } = await testApp({ says: honest, probes: [JUDGED] });
    const first = await perform(app, 'run', { probe: 'words', models: ['larch'], judge: ['oak'] });
    const before = { larch: asksTo(asks, 'larch').length, oak: asksTo(asks, 'oak').length };
    const again = await perform(app, 'rescore', { run: first.plan.runId });

    expect(asksTo(asks, 'larch')).toHaveLength(before.larch);
    expect(asksTo(asks, 'oak')).toHaveLength(2 * before.oak);
    expect(again.state).toBe('done');
    expect(again.plan).toMatchObject({
      origin: { kind: 'rescore', of: first.plan.runId },
      seed: first.plan.seed,
    });
    expect(again.plan.runId).not.toBe(first.plan.runId);
    expect(again.plan.estimate).toMatchObject({ calls: 0, judgeCalls: 18 });
    expect(again.trials.map(({ usd }) => usd)).toEqual(Array(16).fill(0));
    expect(figures(again)).toEqual(figures(first));
    const said = JSON.stringify(messageOf(again).view.blocks);
    expect(said).toContain(`ada scored run ${first.plan.runId} again: `);
  });

  test('is judged by others where they are named, each by itself', async () => {
    const { app, asks } = await testApp({ says: honest, probes: [JUDGED] });
    const first = await perform(app, 'run', { probe: 'words', models: ['larch'], judge: ['oak'] });
    const again = await perform(app, 'rescore', { run: first.plan.runId, judge: ['oak', 'rowan'] });

    expect(asksTo(asks, 'rowan').length).toBeGreaterThanOrEqual(16);
    expect(again.judgements).toHaveLength(32);
    expect(new Set(again.judgements.map(({ judge }) => judge))).toEqual(new Set(['oak', 'rowan']));
    expect(again.plan.models).toHaveProperty('rowan');
  });

  test('goes on after a stop, and judges nothing twice', async () => {
    const first = await testApp({ says: honest, probes: [JUDGED] });
    const { plan } = await perform(first.app, 'run', { probe: 'words', models: ['larch'] });
    let asked = 0;
    const second = await testApp({
      says: (ask) => (asked++ < 5 ? honest(ask) : untilAborted(ask)),
      probes: [JUDGED],
      store: first.store,
    });
    const reply = await second.app.commands
      .get('rescore')
      ?.run({ run: plan.runId, judge: ['rowan'] }, { app: second.app, ...ASKER });
    if (reply?.to !== 'live') throw new Error('a run was expected');
    for await (const { judgements } of second.app.runs.follow(reply.run)) {
      if (judgements.length >= 3) break;
    }
    await second.app.runs.stop();

    const third = await testApp({ says: honest, probes: [JUDGED], store: first.store });
    expect(await third.app.runs.interrupted()).toEqual([reply.run]);
    const kept = (await third.app.runs.get(reply.run)).judgements.length;
    await third.app.runs.resume(reply.run);
    const { state, judgements } = await ended(third.app, reply.run);

    expect(state).toBe('done');
    expect(judgements).toHaveLength(16);
    expect(kept).toBeGreaterThanOrEqual(3);
    const judgedAnew = judgements.length - kept;
    expect(third.asks.length).toBeGreaterThanOrEqual(judgedAnew);
    expect(third.asks.length).toBeLessThan(judgedAnew + 8);
    expect(asksTo(third.asks, 'larch')).toEqual([]);
  });

  test('stays as partial as it was: what was never asked is not asked now', async () => {
    const { app, asks } = await testApp({
      says: (ask) => (asksTo(asks, 'larch').length <= 3 ? 'yes' : untilAborted(ask)),
    });
    const reply = await app.commands
      .get('run')
      ?.run({ probe: 'words', models: ['larch'] }, { app, ...ASKER });
    if (reply?.to !== 'live') throw new Error('a run was expected');
    for await (const { settled } of app.runs.follow(reply.run)) if (settled === 3) break;
    await app.runs.cancel(reply.run);
    const asked = asks.length;
    const again = await perform(app, 'rescore', { run: reply.run });

    expect(asks).toHaveLength(asked);
    expect(again).toMatchObject({ state: 'cancelled', settled: 3 });
    expect(figures(again)).toEqual(figures(await app.runs.get(reply.run)));
    const labels = messageOf(again).view.actions.map(({ label }) => label);
    expect(labels).not.toContain('Go on');
  });

  test('waits for a yes, and keeps within the budget, for its judge alone', async () => {
    const config = (limits: string) =>
      [
        'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
        'models: [{ id: elm, provider: far, name: elm, price: { in: 1, out: 2 } }]',
        `limits: { ${limits} }`,
      ].join('\n');
    const setUp = (limits: string) =>
      testApp({
        says: ({ model }) => (model.id === 'elm' ? 'QUOTE: "yes"\nLABEL: yes' : 'yes'),
        probes: [JUDGED],
        config: config(limits),
      });
    const poor = await setUp('usd_per_person: 0.000001');
    const own = await perform(poor.app, 'run', {
      probe: 'words',
      models: ['larch'],
      judge: ['oak'],
    });
    const judged = (app: App, run: string) =>
      app.commands.get('rescore')?.run({ run, judge: ['elm'] }, { app, ...ASKER });
    await expect(judged(poor.app, own.plan.runId)).rejects.toThrow(/^Your budget is/);

    const careful = await setUp('ask_above_calls: 10');
    const { plan } = await perform(careful.app, 'run', {
      probe: 'words',
      models: ['larch'],
      judge: ['oak'],
    });
    const reply = await judged(careful.app, plan.runId);
    if (reply?.to !== 'live') throw new Error('a run was expected');
    const waiting = await careful.app.runs.get(reply.run);
    expect(waiting).toMatchObject({ state: 'waiting', trials: { length: 16 } });
    expect(JSON.stringify(messageOf(waiting).view)).toContain('no subject is asked again');
    await careful.app.runs.resume(reply.run);
    const again = await ended(careful.app, reply.run);
    expect(again).toMatchObject({ state: 'done', settled: 16 });
    // Each of the judge's calls takes ten tokens in and twenty out.
    const calls = asksTo(careful.asks, 'elm').length;
    expect(again.usd).toBeCloseTo((calls * (10 * 1 + 20 * 2)) / 1e6, 12);
  });

  test('is one of its own channel', async () => {
    const { app } = await testApp({ says: honest });
    const { plan } = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    const elsewhere = { who: ADA, channel: 'test:c2' };
    await expect(perform(app, 'rescore', { run: plan.runId }, elsewhere)).rejects.toThrow(
      /^No run of this channel/,
    );
  });

  test('says what cannot be', async () => {
    const { app } = await testApp({ says: honest });
    const counted = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    const asked = await perform(app, 'ask', { prompt: 'hi', models: ['larch'], samples: 1 });
    await expect(
      perform(app, 'rescore', { run: counted.plan.runId, judge: ['oak'] }),
    ).rejects.toThrow('No judge scores words');
    await expect(perform(app, 'rescore', { run: asked.plan.runId })).rejects.toThrow(
      'is a question: it has no scores',
    );
  });
});

describe('by the probe as it is now', () => {
  const labWith = async (change: object) => {
    const { app, store } = await testApp({ says: () => 'yes, of course' });
    const { plan } = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    const now = probeSchema.parse({ ...WORDS, version: 2, ...change });
    const second = await testApp({ says: () => 'yes', store, probes: [now] });
    return { ...second, run: plan.runId };
  };

  test('a run is scored by other words, and asks nobody', async () => {
    const { app, asks, run } = await labWith({
      scores: [{ id: 'says-yes', by: 'pattern', pattern: '\\bcertainly\\b' }],
    });
    const as = (probe: string) => perform(app, 'rescore', { run, probe });
    expect((await as('as-run')).judgements.map(({ result }) => result)).toEqual(
      Array(32).fill(expect.objectContaining({ value: 1 })),
    );
    const now = await as('as-now');
    expect(now.judgements.map(({ result }) => result)).toEqual(
      Array(32).fill(expect.objectContaining({ value: 0 })),
    );
    expect(now.plan.versions.words).toBe('2');
    expect(asks).toEqual([]);
  });

  test.each([
    ['another question', { items: WORDS.items.with(3, { id: 'item-3', ask: 'Really?' }) }],
    ['one question more', { items: [...WORDS.items, { id: 'item-8', ask: 'Really?' }] }],
    ['one question fewer', { items: WORDS.items.slice(1) }],
    [
      'another frame',
      { conditions: WORDS.conditions.with(1, { id: 'urged', label: 'urged', system: 'Say no.' }) },
    ],
    ['a step more', { closing: [{ aside: 'Why?', id: 'why' }] }],
  ])('a run is not scored after %s', async (_what, change) => {
    const { app, run } = await labWith(change);
    await expect(perform(app, 'rescore', { run, probe: 'as-now' })).rejects.toThrow(
      /asked something else than words does now/,
    );
  });
});

describe('a file', () => {
  async function written(content: string) {
    const folder = await mkdtemp(join(tmpdir(), 'rescore-'));
    const path = join(folder, 'run.jsonl');
    await writeFile(path, content);
    return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
  }

  test('gives the comparison that it was exported with, in a store that knows nothing of it', async () => {
    const { app } = await testApp({ says: honest, probes: [JUDGED] });
    const first = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    await using file = await written(await exportedLines(first));
    const other = await testApp({ says: honest, probes: [JUDGED] });
    const again = await perform(other.app, 'rescore', { run: file.path }, TERMINAL);

    expect(other.asks).toEqual([]);
    expect(again.state).toBe('done');
    expect(figures(again)).toEqual(figures(first));

    const judged = await perform(
      other.app,
      'rescore',
      { run: file.path, judge: ['oak'] },
      TERMINAL,
    );
    expect(asksTo(other.asks, 'oak').length).toBeGreaterThanOrEqual(16);
    expect(figures(judged)).toEqual(figures(first));
  });

  test('is not read for a chat, nor for a browser', async () => {
    const { app } = await testApp({ says: honest });
    for (const channel of ['slack:T1:C1', 'local:main']) {
      await expect(
        perform(app, 'rescore', { run: '/etc/hostname.json' }, { who: ADA, channel }),
      ).rejects.toThrow('Files are read in the terminal alone.');
    }
  });

  test('that is not there is a problem of whoever named it', async () => {
    const { app } = await testApp({ says: honest });
    await expect(perform(app, 'rescore', { run: '/nowhere/run.jsonl' }, TERMINAL)).rejects.toThrow(
      'cannot be read',
    );
  });
});

test('on the cast, the same judge says the same of the same answers', async () => {
  const opened = await openBot({
    env: { DRAMATIS_STORE: 'memory:', DRAMATIS_CONFIG: '/dev/null' },
    log: pino({ level: 'silent' }),
    castPace: 0,
  });
  try {
    const { app } = opened;
    const first = await perform(app, 'run', {
      probe: 'embodiment-slip',
      models: ['larch'],
      samples: 1,
      conditions: 'alien',
    });
    const again = await perform(app, 'rescore', { run: first.plan.runId });
    expect(first.judgements.length).toBeGreaterThan(30);
    expect(again.judgements).toEqual(first.judgements);
    expect(figures(again)).toEqual(figures(first));
  } finally {
    await opened.close();
  }
});
