import { expect, test } from 'vitest';
import { beginRun } from '../../core/planning/request.ts';
import { beginRescore } from '../../core/planning/rescore.ts';
import { openStore } from '../../core/store/open.ts';
import type { Store } from '../../core/store/store.ts';
import { ADA, JUDGED_WORDS, type Says, type TestApp, testApp } from '../fixtures/app.ts';
import { exportedLines, exportedRun } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

/** Every path in a value with the types found there, one a line: what scripts and stored data rely on. */
function shape(values: readonly unknown[]): string {
  const paths = new Map<string, Set<string>>();
  const walk = (value: unknown, path: string): void => {
    const found = paths.get(path) ?? new Set();
    paths.set(path, found);
    if (Array.isArray(value)) {
      found.add('array');
      for (const one of value) walk(one, `${path}[]`);
    } else if (typeof value === 'object' && value !== null) {
      found.add('object');
      for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`);
    } else found.add(typeof value);
  };
  for (const value of values) walk(plain(value), '');
  const lines = [...paths].map(([path, types]) => `${path || '.'} ${[...types].sort().join('|')}`);
  return `${lines.sort().join('\n')}\n`;
}

/** As JSON has it: what is undefined is not there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Remembers what was last written under each key of each namespace. */
async function recorded(): Promise<{ store: Store; written: Map<string, Map<string, unknown>> }> {
  const store = await openStore('memory:');
  const written = new Map<string, Map<string, unknown>>();
  return {
    written,
    store: {
      ...store,
      namespace: (name) => {
        const shelf = store.namespace(name);
        const values = written.get(name) ?? new Map<string, unknown>();
        written.set(name, values);
        return {
          ...shelf,
          set: (key, value, ttlMs) => {
            values.set(key, plain(value));
            return shelf.set(key, value, ttlMs);
          },
        };
      },
    },
  };
}

const says: Says = ({ model, seed = 0 }) => {
  if (model.id === 'oak' || model.id === 'bramble') return 'QUOTE: "yes"\nLABEL: yes';
  if (seed % 4 === 0) return { outcome: 'failed', reason: 'unreachable' };
  return {
    text: 'yes',
    reasoning: 'hm',
    finishReason: 'stop',
    firstTokenMs: 3,
    servedBy: 'larch-1',
    logprobs: [{ token: 'yes', logprob: -0.1, top: [{ token: 'no', logprob: -2 }] }],
  };
};

async function twoRuns(store: Store): Promise<TestApp & { first: string; second: string }> {
  const made = await testApp({ says, store, probes: [JUDGED_WORDS] });
  const choices = { models: ['larch', 'rowan'], personas: ['assistant', 'pirate'], seed: 7 };
  const extra = { kind: 'probe' as const, leftOut: ['none'], evidence: { 'a b': 2 } };
  const origin = { kind: 'repeat', of: 'abcd' } as const;
  const plan = await beginRun(
    made.app,
    ASKER,
    JUDGED_WORDS,
    { ...choices, judges: ['oak', 'bramble'] },
    { ...extra, origin },
  );
  await ended(made, plan.runId);
  const snapshot = await made.app.runs.whole(plan.runId);
  const again = await beginRescore(made.app, ASKER, snapshot, { judges: ['oak'], probe: 'as-run' });
  await ended(made, again.runId);
  return { ...made, first: plan.runId, second: again.runId };
}

async function ended({ app }: TestApp, run: string): Promise<void> {
  for await (const _ of app.runs.follow(run));
}

test('what is stored, exported and printed for scripts keeps its shape', async () => {
  const { store, written } = await recorded();
  const { app, first, second } = await twoRuns(store);
  const snapshots = await Promise.all([first, second].map((run) => app.runs.whole(run)));

  for (const name of ['plans', 'heads', 'trials', 'judgements']) {
    const values = [...(written.get(name)?.values() ?? [])];
    await expect(shape(values)).toMatchFileSnapshot(`shapes/stored-${name}.txt`);
  }
  expect([...(written.get('plans')?.keys() ?? [])]).toEqual([first, second]);
  const [planned] = snapshots[0]?.plan.trials ?? [];
  expect([...(written.get('trials')?.keys() ?? [])]).toContain(`${first}/${planned?.trialId}`);
  const answered = snapshots[0]?.trials.find(({ outcome }) => outcome === 'answered')?.trialId;
  expect([...(written.get('judgements')?.keys() ?? [])]).toEqual(
    expect.arrayContaining([
      `${first}/${answered}/says-yes/answer/oak`,
      `${first}/${answered}/says-yes/answer/bramble`,
      `${second}/${answered}/says-yes/answer`,
    ]),
  );

  await expect(shape(snapshots.map(exportedRun))).toMatchFileSnapshot('shapes/export.txt');
  const exports = await Promise.all(snapshots.map(exportedLines));
  const lines = exports.flatMap((text) => text.trimEnd().split('\n'));
  const parsed = lines.map((line) => JSON.parse(line));
  for (const type of ['run', 'trial', 'judgement', 'comparison']) {
    await expect(shape(parsed.filter((one) => one.type === type))).toMatchFileSnapshot(
      `shapes/export-${type}.txt`,
    );
  }

  const printed = async (name: string, values: Record<string, string>) => {
    const command = app.commands.get(name);
    const reply = await command?.run(values, { app, ...ASKER });
    return reply && 'data' in reply ? reply.data : undefined;
  };
  await expect(shape([await printed('history', {})])).toMatchFileSnapshot('shapes/history.txt');
  for (const as of ['figures', 'answers', 'export']) {
    const data = await printed('show', { run: first, as });
    await expect(shape([data])).toMatchFileSnapshot(`shapes/show-${as}.txt`);
  }
});
