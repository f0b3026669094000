import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLabelStore } from '../../core/calibration/label-store.ts';
import { compare } from '../../core/comparison/compare.ts';
import { createDraftStore } from '../../core/drafts/draft-store.ts';
import { archive } from '../../core/runs/archive.ts';
import { load, withWords } from '../../core/runs/stored-run.ts';
import { openStore } from '../../core/store/open.ts';
import type { Store } from '../../core/store/store.ts';

/** What each version of this program left in its store, copied row by row. */
interface Dump {
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  readonly names: readonly { readonly list: string; readonly name: string }[];
}

const FOLDER = join(import.meta.dirname, 'old-stores');
const DUMPS = readdirSync(FOLDER).map((file): [string, Dump] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
]);

async function restored({ rows, names }: Dump): Promise<Store> {
  const store = await openStore('memory:');
  for (const { key, value } of rows) {
    const at = key.indexOf(':');
    await store.namespace(key.slice(0, at)).set(key.slice(at + 1), JSON.parse(value).value);
  }
  for (const { list, name } of names) await store.index(list).add(name);
  return store;
}

async function loaded(dump: Dump, kind: 'ask' | 'probe') {
  const store = await restored(dump);
  const kept = archive(store, (error) => expect.fail(error.message));
  const heads = await Array.fromAsync(kept.heads());
  expect(heads).toHaveLength(2);
  const head = heads.find((one) => one.kind === kind);
  return { kept, run: await withWords(kept, await load(kept, head?.runId ?? '', new Date())) };
}

describe.each(DUMPS)('a store of %s', (_, dump) => {
  test('has its question, answered', async () => {
    const { run } = await loaded(dump, 'ask');
    expect(run.state).toBe('done');
    expect(run.trials.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
    expect(run.plan.judges).toEqual([]);
  });

  test('has its probe, whose judge still counts', async () => {
    const { run } = await loaded(dump, 'probe');
    expect(run.plan.judges).toEqual(['oak']);
    expect(run.plan.judged).toEqual(['inclusion']);
    expect(run.settled).toBe(4);
    expect(run.judgements).toHaveLength(8);
    const [measure] = compare(run).measures;
    expect(measure?.rows.map(({ scored }) => scored)).toEqual([2, 2]);
    expect(measure?.contrasts).toHaveLength(1);
  });

  test('is written back as the current version, and read again the same', async () => {
    const { run } = await loaded(dump, 'probe');
    const store = await openStore('memory:');
    const kept = archive(store);
    await kept.savePlan(run.plan);
    await kept.savePriorResults(run.plan.runId, run);
    expect(await store.namespace('plans').get(run.plan.runId)).toMatchObject({ schemaVersion: 2 });
    const plan = await kept.plan(run.plan.runId);
    expect(plan).toEqual(run.plan);
    expect((await Array.fromAsync(kept.trials(run.plan))).flat()).toEqual(
      run.plan.trials.map(({ trialId }) => run.trials.find((trial) => trial.trialId === trialId)),
    );
  });
});

test('a draft and labels of the version before are there', async () => {
  const dump = DUMPS.find(([file]) => file === 'plan-2.json')?.[1] ?? expect.fail('no dump');
  const store = await restored(dump);
  const ada = { who: { id: 'terminal:ada', name: 'ada' }, channel: 'terminal:here' };
  const draft = await createDraftStore(store).own(ada, 'b4770b12');
  expect(draft.written.questions).toHaveLength(8);
  const labels = await createLabelStore(store).get({
    run: '91c9b504',
    score: 'inclusion',
    person: 'terminal:ada',
  });
  expect(labels?.labelled).toMatchObject([{ value: 'literal' }]);
});
