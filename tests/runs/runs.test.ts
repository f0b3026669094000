import { describe, expect, test } from 'vitest';
import type { App } from '../../core/app/app.ts';
import type { Probe } from '../../core/domain/probe.ts';
import type { Snapshot, WholeRun } from '../../core/domain/run.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { questionProbe } from '../../core/planning/question.ts';
import { beginRun, type Choices } from '../../core/planning/request.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { columnsBlock } from '../../core/views/columns.ts';
import { ADA, testApp, untilAborted, WORDS } from '../fixtures/app.ts';
import { exportedLines } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };
const QUESTION = questionProbe('What are you?', 100, 1);

async function begin(app: App, probe: Probe, choices: Choices, kind: 'ask' | 'probe' = 'probe') {
  return (await beginRun(app, ASKER, probe, choices, { kind })).runId;
}

async function ended(app: App, run: string): Promise<WholeRun> {
  for await (const _ of app.runs.follow(run));
  return app.runs.whole(run);
}

describe('a run', () => {
  test('gives every trial a history of its own', async () => {
    const { app, asks } = await testApp({
      says: ({ messages }) => `re ${messages.at(-1)?.content}`,
    });
    const run = await begin(app, WORDS, { models: ['larch', 'rowan'], personas: ['pirate'] });
    const snapshot = await ended(app, run);

    expect(snapshot.state).toBe('done');
    expect(asks).toHaveLength(2 * 2 * 8 * 2);
    for (const { messages } of asks) {
      expect(messages.filter(({ role }) => role === 'user')).toHaveLength(1);
      expect(messages[0]?.content).toMatch(/^You are a pirate\./);
    }
  });

  test('keeps an ask in the history and leaves no trace of an aside', async () => {
    const probe = probeSchema.parse({
      ...WORDS,
      conditions: [{ id: 'plain', label: 'plain' }],
      psm: { ...WORDS.psm, directions: [] },
      samples: 1,
      items: [
        {
          id: 'talk',
          script: [
            { given: { user: 'g', assistant: 'G' } },
            { ask: 'one', id: 'one' },
            { aside: 'between', id: 'between' },
            { ask: 'two', id: 'answer' },
          ],
        },
      ],
    });
    const { app, asks } = await testApp({
      says: ({ messages }) => `<${messages.at(-1)?.content}>`,
    });
    await ended(app, await begin(app, probe, { models: ['larch'] }));

    const sent = asks.map(({ messages }) => messages.map(({ content }) => content));
    expect(sent).toEqual([
      ['g', 'G', 'one'],
      ['g', 'G', 'one', '<one>', 'between'],
      ['g', 'G', 'one', '<one>', 'two'],
    ]);
  });

  test('fills a rubric with what its item says of it, and tells the model nothing of that', async () => {
    const probe = probeSchema.parse({
      ...WORDS,
      samples: 1,
      items: ['patience', 'wit'].map((trait) => ({ id: trait, ask: 'Well?', values: { trait } })),
      scores: [
        {
          id: 'says-yes',
          by: 'judge-scale',
          rubric: 'How much [[trait]] does it show?',
          anchors: [
            { at: 0, means: 'no [[trait]]' },
            { at: 100, means: 'much [[trait]]', typical: ['[[trait]] itself'] },
          ],
        },
      ],
    });
    const { app, asks } = await testApp({
      says: ({ model }) => (model.id === 'oak' ? 'QUOTE: "Yes"\nSCORE: 50' : 'Yes.'),
    });
    await ended(app, await begin(app, probe, { models: ['larch'], judges: ['oak'] }));

    const sent = (to: string) =>
      asks.flatMap(({ model, messages }) => (model.id === to ? messages.at(-1)?.content : []));
    expect(sent('larch')).toEqual(['Well?', 'Well?', 'Well?', 'Well?']);
    for (const trait of ['patience', 'wit']) {
      const about = sent('oak').filter((rubric) => rubric?.includes(`How much ${trait} does`));
      expect(about.length).toBeGreaterThanOrEqual(2);
      for (const rubric of about) {
        expect(rubric).toContain(`- 100: much ${trait} [typical wording: "${trait} itself"]`);
        expect(rubric).not.toContain('[[');
      }
    }
  });

  test('shows a failed trial as a cell and finishes the others', async () => {
    const { app } = await testApp({
      says: ({ model }) =>
        model.id === 'rowan' ? { outcome: 'failed', reason: 'unreachable' } : 'yes',
    });
    const run = await begin(app, QUESTION, { models: ['larch', 'rowan'], samples: 2 }, 'ask');
    const snapshot = await ended(app, run);

    expect(snapshot.state).toBe('done');
    expect(snapshot.trials.map(({ outcome }) => outcome).toSorted()).toEqual([
      'answered',
      'answered',
      'failed',
      'failed',
    ]);
  });

  test('goes on after a stop where it was, and asks no finished trial again', async () => {
    const first = await testApp({
      says: ({ seed, ...ask }) => (halfOf(seed) ? 'yes' : untilAborted(ask)),
    });
    const run = await begin(first.app, WORDS, { models: ['larch'] });
    await until(first.app, run, ({ trials }) => trials.length > 0 && first.asks.length === 32);
    const kept = (await first.app.runs.get(run)).trials.map(({ trialId }) => trialId);
    await first.app.runs.stop();

    const second = await testApp({ says: () => 'yes', store: first.store });
    expect(await second.app.runs.interrupted()).toEqual([run]);
    await second.app.runs.resume(run);
    const snapshot = await ended(second.app, run);

    expect(snapshot.state).toBe('done');
    expect(snapshot.trials).toHaveLength(32);
    expect(second.asks).toHaveLength(32 - kept.length);
    expect(new Set(snapshot.trials.map(({ trialId }) => trialId)).size).toBe(32);
  });

  test('keeps what is finished when it is cancelled, and can go on', async () => {
    const { app, asks } = await testApp({
      says: (ask) => (asks.length <= 3 ? 'yes' : untilAborted(ask)),
    });
    const run = await begin(app, WORDS, { models: ['larch'] });
    await until(app, run, ({ trials }) => trials.length === 3);
    await app.runs.cancel(run);

    const snapshot = await app.runs.get(run);
    expect(snapshot).toMatchObject({ state: 'cancelled', settled: 3 });
    await expect(app.runs.cancel(run)).rejects.toThrow(/has ended already/);
  });

  test('waits for a yes where real models would be asked more often than the threshold', async () => {
    const config = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
      'models: [{ id: elm, provider: far, name: elm }]',
      'limits: { ask_above_calls: 10 }',
    ].join('\n');
    const { app, asks } = await testApp({ says: () => 'yes', config });
    const run = await begin(app, WORDS, { models: ['elm'] });

    expect(await app.runs.get(run)).toMatchObject({ state: 'waiting', trials: [] });
    expect(asks).toHaveLength(0);
    await app.runs.resume(run);
    expect(await ended(app, run)).toMatchObject({ state: 'done', settled: 32 });
  });

  test('refuses a plan over the limit and says how to make it smaller', async () => {
    const { app } = await testApp({ says: () => 'yes' });
    const problem = await begin(app, WORDS, { models: ['larch'], samples: 150 }).catch((e) => e);

    expect(problem).toBeInstanceOf(UserError);
    expect(problem.message).toBe('This would be 2,400 trials; the limit here is 2,000.');
    expect(problem.hint).toBe('With --samples 125 it is 2,000.');
  });

  test('is not begun where a key is missing, and says which', async () => {
    const config = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1", key: FAR_KEY } }',
      'models: [{ id: elm, provider: far, name: elm }]',
    ].join('\n');
    const { app, asks, models } = await testApp({ says: () => 'yes', config });
    models.missing = ({ id }) => (id === 'elm' ? 'FAR_KEY' : undefined);
    const problem = await begin(app, QUESTION, { models: ['larch', 'elm'] }, 'ask').catch((e) => e);

    expect(problem).toBeInstanceOf(UserError);
    expect(problem.message).toBe('No key is set for elm.');
    expect(problem.hint).toMatch(/^Set FAR_KEY and start again/);
    expect(asks).toEqual([]);
    expect(await app.runs.recent({ limit: 1 })).toEqual([]);
  });

  test('shows what it never asked as not asked, and not as failed', async () => {
    const { app, asks } = await testApp({
      says: (ask) => (asks.length <= 1 ? 'yes' : untilAborted(ask)),
    });
    const run = await begin(app, QUESTION, { models: ['larch'], samples: 2 }, 'ask');
    await until(app, run, ({ settled }) => settled === 1);
    await app.runs.cancel(run);
    const { cells } = columnsBlock(await app.runs.get(run)).columns[0] ?? { cells: [] };
    expect(cells.map(({ state }) => state).toSorted()).toEqual(['answered', 'not asked']);
  });

  test('stops at the budget of a person, and says so', async () => {
    const priced = paid('price: { in: 1, out: 2 }');
    const { app } = await testApp({ says: () => 'yes', config: priced });
    const problem = await begin(app, WORDS, { models: ['elm'] }).catch((e) => e);

    expect(problem).toBeInstanceOf(UserError);
    expect(problem.message).toMatch(/^Your budget is \$0\.000001 a day; \$0 is spent/);
  });

  test('holds no budget against the cast, and lets none be spent on a price that is unknown', async () => {
    const { app } = await testApp({ says: () => 'yes', config: paid('') });
    const run = await begin(app, WORDS, { models: ['larch'] });
    expect(await ended(app, run)).toMatchObject({ state: 'done' });

    await expect(begin(app, WORDS, { models: ['elm'] })).rejects.toThrow(/needs prices, and elm/);
  });

  test('is found by the first letters of its id, and by no fewer than four', async () => {
    const { app } = await testApp({ says: () => 'yes' });
    const run = await begin(app, QUESTION, { models: ['larch'], samples: 1 }, 'ask');
    await ended(app, run);

    expect((await app.runs.get(run.slice(0, 4))).plan.runId).toBe(run);
    await expect(app.runs.get(run.slice(0, 2))).rejects.toThrow(UserError);
    await expect(app.runs.get('')).rejects.toThrow(UserError);
  });

  test('plans the same trials in the same order from the same seed', async () => {
    const { app } = await testApp({ says: () => 'yes' });
    const orders = [];
    for (const seed of [7, 7, 8]) {
      const run = await begin(app, WORDS, { models: ['larch', 'rowan'], seed });
      const { plan } = await ended(app, run);
      orders.push(plan.trials.map(({ trialId, seed: own }) => `${trialId} ${own}`));
    }
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).not.toEqual(orders[2]);
  });
});

describe('an export', () => {
  test('lists every trial with its settings, and says what each model was', async () => {
    const { app } = await testApp({ says: () => 'yes' });
    const run = await begin(app, WORDS, { models: ['larch'] });
    const lines = (await exportedLines(await ended(app, run))).trim().split('\n');
    const all = lines.map((line) => JSON.parse(line));

    expect(all[0]).toMatchObject({
      type: 'run',
      kind: 'dramatis-run',
      format: 2,
      plan: {
        kind: 'probe',
        samples: 2,
        models: { larch: { provider: 'cast', name: 'larch', parameters: {} } },
      },
    });
    const trials = all.filter(({ type }) => type === 'trial');
    expect(trials).toHaveLength(32);
    for (const trial of trials) {
      expect(trial).toMatchObject({ outcome: 'answered', seed: expect.any(Number) });
      expect(trial.steps).toHaveLength(1);
    }
  });
});

test('an export holds no key, and no address of a provider', async () => {
  const config = [
    'providers: { far: { base_url: "http://10.9.8.7:9/v1", key: FAR_KEY } }',
    'models: [{ id: elm, provider: far, name: elm-1 }]',
  ].join('\n');
  const { app } = await testApp({ says: () => 'yes', config });
  const run = await begin(app, QUESTION, { models: ['elm'], samples: 1 }, 'ask');
  const text = await exportedLines(await ended(app, run));

  expect(text).toContain('elm-1');
  expect(text).not.toMatch(/FAR_KEY|10\.9\.8\.7/);
});

describe('a follow-up', () => {
  test('goes on in each subject’s own conversation', async () => {
    const { app, asks } = await testApp({
      says: ({ model, messages }) => `${model.id} says ${messages.length}`,
    });
    const choices = { models: ['larch', 'rowan'], personas: ['assistant'], samples: 1 };
    const first = await begin(app, QUESTION, choices, 'ask');
    await ended(app, first);
    const ask = app.commands.get('ask');
    const reply = await ask?.run({ prompt: 'And why?', after: first }, { app, ...ASKER });
    if (reply?.to !== 'live') throw new Error('a run was expected');
    await ended(app, reply.run);

    expect(
      asks
        .slice(2)
        .map(({ model, messages }) => [model.id, ...messages.map((m) => m.content)])
        .toSorted(),
    ).toEqual([
      ['larch', 'What are you?', 'larch says 1', 'And why?'],
      ['rowan', 'What are you?', 'rowan says 1', 'And why?'],
    ]);
  });
});

/** A real model, and a budget that nothing fits into. */
function paid(price: string): string {
  return [
    'providers: { far: { base_url: "http://127.0.0.1:9/v1" } }',
    `models: [{ id: elm, provider: far, name: elm${price === '' ? '' : `, ${price}`} }]`,
    'limits: { usd_per_person: 0.000001 }',
  ].join('\n');
}

function halfOf(seed: number | undefined): boolean {
  return (seed ?? 0) % 2 === 0;
}

async function until(app: App, run: string, holds: (snapshot: Snapshot) => boolean): Promise<void> {
  for await (const snapshot of app.runs.follow(run)) if (holds(snapshot)) return;
}
