import { describe, expect, test } from 'vitest';
import type { App } from '../../core/app/app.ts';
import type { Probe } from '../../core/domain/probe.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { questionProbe } from '../../core/planning/question.ts';
import { beginRun, type Choices } from '../../core/planning/request.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { openStore } from '../../core/store/open.ts';
import type { Shelf, Store } from '../../core/store/store.ts';
import { progressBlock } from '../../core/views/progress.ts';
import { ADA, JUDGED_WORDS, testApp, untilAborted, WORDS } from '../fixtures/app.ts';

const ASKER = { who: ADA, channel: 'test:c1' };
const QUESTION = questionProbe('What are you?', 100, 1);
const LARCH = { models: ['larch'] };

async function begin(app: App, probe: Probe, choices: Choices, kind: 'ask' | 'probe' = 'probe') {
  return (await beginRun(app, ASKER, probe, choices, { kind })).runId;
}

async function ended(app: App, run: string): Promise<Snapshot> {
  let last: Snapshot | undefined;
  for await (const snapshot of app.runs.follow(run)) last = snapshot;
  if (!last) throw new Error('nothing was followed');
  return last;
}

async function until(app: App, run: string, holds: (snapshot: Snapshot) => boolean): Promise<void> {
  for await (const snapshot of app.runs.follow(run)) if (holds(snapshot)) return;
}

/** A store in which writing to one namespace fails once `broken` says so. */
function fragile(store: Store, namespace: string, broken: () => boolean): Store {
  return {
    ...store,
    namespace: (name): Shelf => {
      const shelf = store.namespace(name);
      if (name !== namespace) return shelf;
      return {
        ...shelf,
        set: (...entry) =>
          broken() ? Promise.reject(new Error('disk full')) : shelf.set(...entry),
      };
    },
  };
}

/** A run of 32 trials that was cancelled after three. */
async function cancelledAfterThree(now?: () => Date) {
  const first = await testApp({
    says: (ask) => (first.asks.length <= 3 ? 'yes' : untilAborted(ask)),
    ...(now ? { now } : {}),
  });
  const run = await begin(first.app, WORDS, LARCH);
  await until(first.app, run, ({ settled }) => settled === 3);
  await first.app.runs.cancel(run);
  return { ...first, run };
}

describe('a run that goes on', () => {
  test('counts what was settled before once, and never past its total', async () => {
    const { store, run } = await cancelledAfterThree();
    const { app } = await testApp({ says: () => 'yes', store });
    await app.runs.resume(run);
    const counts: number[] = [];
    for await (const { settled } of app.runs.follow(run)) counts.push(settled);

    expect(counts[0]).toBe(3);
    expect(counts.at(-1)).toBe(32);
    expect((await app.runs.get(run)).settled).toBe(32);
  });

  test('is started once by two clicks at the same time', async () => {
    const { store, run } = await cancelledAfterThree();
    const { app, asks } = await testApp({ says: () => 'yes', store });
    await Promise.all([app.runs.resume(run), app.runs.resume(run)]);
    await ended(app, run);

    expect(asks).toHaveLength(32 - 3);
  });

  test('tells the time that is left from the pace since then, not from the pause', async () => {
    let time = Date.parse('2026-01-01T00:00:00Z');
    const now = () => new Date(time);
    const { store, run } = await cancelledAfterThree(now);
    time += 24 * 60 * 60_000;
    const second = await testApp({
      says: (ask) => (second.asks.length <= 10 ? 'yes' : untilAborted(ask)),
      store,
      now,
    });
    await second.app.runs.resume(run);
    await until(second.app, run, ({ settled }) => settled === 13);
    const snapshot = await second.app.runs.get(run);
    await second.app.runs.cancel(run);

    // Ten trials in ten seconds, nineteen are left.
    if (snapshot.state !== 'running') throw new Error(`it is ${snapshot.state}`);
    expect(progressBlock(snapshot, new Date(time + 10_000))).toMatchObject({
      done: 13,
      total: 32,
      secondsLeft: 19,
    });
  });

  test('keeps what it spent before', async () => {
    const { store, run, app: before } = await cancelledAfterThree();
    const spent = (await before.runs.get(run)).usd ?? 0;
    const { app } = await testApp({ says: () => 'yes', store });
    await app.runs.resume(run);
    expect((await ended(app, run)).usd).toBeCloseTo((spent / 3) * 32, 10);
  });
});

describe('a run that is cut short', () => {
  test('asks a script again that was cut after a refusal', async () => {
    const talk = probeSchema.parse({
      ...WORDS,
      samples: 1,
      conditions: [{ id: 'plain', label: 'plain' }],
      psm: { ...WORDS.psm, directions: [] },
      items: [
        {
          id: 'talk',
          script: [
            { ask: 'one', id: 'one' },
            { ask: 'two', id: 'answer' },
          ],
        },
      ],
    });
    const reached = Promise.withResolvers<void>();
    const { app, asks } = await testApp({
      says: (ask) => {
        if (asks.length === 1) return { outcome: 'refused', text: 'No.' };
        reached.resolve();
        return untilAborted(ask);
      },
    });
    const run = await begin(app, talk, LARCH);
    await reached.promise;
    await app.runs.cancel(run);

    expect(await app.runs.get(run)).toMatchObject({ state: 'cancelled', trials: [] });
  });

  test('stores no judgement of a judge that was cut off', async () => {
    const asked = Promise.withResolvers<void>();
    const { app, store } = await testApp({
      says: (ask) => {
        if (ask.model.id !== 'oak') return 'yes';
        asked.resolve();
        return untilAborted(ask);
      },
    });
    const run = await begin(app, JUDGED_WORDS, { ...LARCH, judges: ['oak'], samples: 1 });
    await asked.promise;
    await app.runs.cancel(run);
    expect((await app.runs.get(run)).judgements).toEqual([]);

    const second = await testApp({
      says: ({ model }) => (model.id === 'oak' ? 'QUOTE: "yes"\nLABEL: yes' : 'yes'),
      store,
    });
    await second.app.runs.resume(run);
    const { judgements, settled } = await ended(second.app, run);
    expect(settled).toBe(16);
    expect(judgements.map(({ result }) => result.status)).toEqual(Array(16).fill('scored'));
  });

  test('asks nothing further once its store fails, and can go on when that is mended', async () => {
    let broken = true;
    const store = fragile(await openStore('memory:'), 'trials', () => broken);
    const { app, asks } = await testApp({ says: () => 'yes', store });
    const run = await begin(app, WORDS, { ...LARCH, samples: 20 });

    expect(await ended(app, run)).toMatchObject({ state: 'failed', trials: [] });
    expect(asks.length).toBeLessThan(100);
    broken = false;
    await app.runs.resume(run);
    expect(await ended(app, run)).toMatchObject({ state: 'done', settled: 320 });
  });

  test('is not left as running for ever where even its end could not be written', async () => {
    let broken = false;
    const store = fragile(await openStore('memory:'), 'heads', () => broken);
    const { app } = await testApp({ says: untilAborted, store });
    const run = await begin(app, QUESTION, { ...LARCH, samples: 1 }, 'ask');
    await until(app, run, ({ state }) => state === 'running');
    await app.runs.recent({ limit: 1 });
    broken = true;
    await app.runs.cancel(run);
    broken = false;

    expect((await app.runs.get(run)).state).toBe('interrupted');
    await app.runs.cancel(run);
    expect((await app.runs.get(run)).state).toBe('cancelled');
  });

  test('is not started once the bot is stopping', async () => {
    const { app, asks } = await testApp({ says: () => 'yes' });
    await app.runs.stop();
    await expect(begin(app, QUESTION, LARCH, 'ask')).rejects.toThrow(UserError);
    expect(asks).toEqual([]);
  });
});

describe('money', () => {
  test('is not promised to two runs at once', async () => {
    const real = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
      'models: [{ id: elm, provider: far, name: elm, price: { in: 1, out: 2 } }]',
    ];
    const elm = { models: ['elm'] };
    const probe = await testApp({ says: () => 'yes', config: real.join('\n') });
    const cost = (await probe.app.runs.get(await begin(probe.app, WORDS, elm))).plan.estimate.usd;
    const budget = `limits: { usd_per_person: ${1.5 * (cost ?? 0)} }`;
    const { app } = await testApp({ says: untilAborted, config: [...real, budget].join('\n') });
    const results = await Promise.allSettled([begin(app, WORDS, elm), begin(app, WORDS, elm)]);
    await app.runs.stop();

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('is not counted for what came from the cache', async () => {
    const { app } = await testApp({ says: () => ({ text: 'yes', cached: true }) });
    const run = await begin(app, QUESTION, { ...LARCH, samples: 2, cache: true }, 'ask');
    expect(await ended(app, run)).toMatchObject({ usd: 0 });
  });
});
