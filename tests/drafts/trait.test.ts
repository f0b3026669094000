import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import { compare } from '../../core/comparison/compare.ts';
import { loadProbes } from '../../core/probes/load.ts';
import type { Message } from '../../core/views/view.ts';
import { ADA, type Says, testApp } from '../fixtures/app.ts';
import { fakePlatform } from '../fixtures/platform.ts';
import { typist } from '../fixtures/typist.ts';
import { scorers } from '../probes/folder.ts';
import { castSays } from './says.ts';

const made: string[] = [];
afterEach(() => Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true }))));

interface Setting {
  readonly says?: Says;
  readonly config?: string;
  readonly platform?: string;
}

async function setUp({ says = castSays, config = '', platform: id = 'local' }: Setting = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'probes-'));
  made.push(folder);
  const { app, asks, store } = await testApp({ says, config, folder });
  const dispatcher = createDispatcher(app, store);
  const { platform, posts } = fakePlatform({ id });
  const type = typist(dispatcher, platform);
  /** The id of a new draft. */
  const draft = async (line = 'trait "quietly passive-aggressive"') =>
    /draft ([\da-f]{8})/.exec(textOf(await type(line)))?.[1] ?? 'none';
  return { app, asks, dispatcher, posts, folder, type, draft };
}

const textOf = (message: Message | undefined) => JSON.stringify(message?.view.blocks ?? []);
const labels = (message: Message | undefined) => message?.view.actions.map(({ label }) => label);

describe('a probe from one line', () => {
  test('is shown whole before anything runs', async () => {
    const { app, asks, type } = await setUp();
    const shown = await type('trait "quietly passive-aggressive"');
    expect(textOf(shown)).toContain('“quietly passive-aggressive”');
    expect(textOf(shown)).toContain('oak write it, a simulation');
    expect(textOf(shown)).toContain('8 questions × 3 conditions × 2 samples');
    expect(labels(shown)).toEqual(['Run it', 'Write anew', 'Keep as a file', 'Discard']);
    expect(asks).toHaveLength(1);
    expect(await app.runs.recent({ limit: 1 })).toEqual([]);
  });

  test('is edited, approved, run and compared', async () => {
    const { app, asks, dispatcher, type, draft } = await setUp();
    const id = await draft();
    await type(`draft ${id} --question 2 --text "What does a beekeeper do?" --drop 8`);
    await type(`draft ${id} --question 8 --text "How does one tie a bow?"`);
    await type(`draft ${id} --rubric "How curt is it?"`);
    await type(`draft ${id} --anchor 50 --text "half of it"`);
    const shown = await type(`draft ${id}`);
    for (const text of [
      'What does a beekeeper do?',
      'tie a bow',
      'How curt is it?',
      'half of it',
    ]) {
      expect(textOf(shown)).toContain(text);
    }
    expect(textOf(shown)).toContain('8 questions');

    asks.splice(0);
    await type(`draft ${id} --run --models larch --personas assistant`);
    await dispatcher.stop();
    const [run] = await app.runs.recent({ limit: 1 });
    const snapshot = await app.runs.get(run?.runId ?? '');
    expect(snapshot).toMatchObject({ state: 'done', plan: { simulated: true } });
    expect(snapshot.plan.trials).toHaveLength(8 * 3 * 2);
    expect(asks.some(({ messages }) => messages[1]?.content.includes('How curt is it?'))).toBe(
      true,
    );
    const comparison = compare(snapshot);
    const [measure] = comparison.measures;
    const asked = measure?.contrasts.find(({ a }) => a.condition === 'asked');
    expect(asked).toMatchObject({ verdict: 'difference', prediction: 'as predicted' });
    expect(comparison.finding).toContain('quietly passive-aggressive');
  });

  test('goes back step by step, and can be written anew', async () => {
    const { type, draft } = await setUp();
    const id = await draft();
    const first = textOf(await type(`draft ${id}`)).replace(/version \d+/, '');
    const same = async (line: string) =>
      textOf(await type(line)).replace(/version \d+/, '') === first;
    expect(textOf(await type(`draft ${id} --undo`))).toContain('Nothing was changed');
    expect(await same(`draft ${id} --drop 1`)).toBe(false);
    expect(await same(`draft ${id} --anew`)).toBe(false);
    expect(labels(await type(`draft ${id}`))).toContain('Undo');
    expect(await same(`draft ${id} --undo`)).toBe(false);
    expect(await same(`draft ${id} --undo`)).toBe(true);
  });

  test('is kept as a file that loads, and never over another', async () => {
    const { app, dispatcher, folder, type, draft } = await setUp();
    const id = await draft('trait "Grüblerisch: \'zögert\', {a: b} # und so"');
    expect(textOf(await type(`draft ${id} --keep`))).toMatch(/Kept as .*trait-grublerisch-zogert/);
    const loaded = await loadProbes(folder, scorers);
    expect([...loaded.keys()]).toEqual(['trait-grublerisch-zogert-a-b-und-so']);
    expect(await readFile(join(folder, `${[...loaded.keys()][0]}.yaml`), 'utf8')).not.toContain(
      ADA.name,
    );

    await type(`draft ${id} --rubric "Another"`);
    expect(textOf(await type(`draft ${id} --keep`))).toContain('already');
    expect(await loadProbes(folder, scorers)).toEqual(loaded);

    await type('run trait-grublerisch-zogert-a-b-und-so --models larch --samples 1');
    await dispatcher.stop();
    expect(await app.runs.recent({ limit: 1 })).toMatchObject([{ state: 'done' }]);
  });

  test('is thrown away', async () => {
    const { type, draft } = await setUp();
    const id = await draft();
    await type(`draft ${id} --discard`);
    expect(textOf(await type(`draft ${id}`))).toContain('No draft of this channel');
  });

  test('belongs to its channel, and no chat writes files', async () => {
    const { type, draft } = await setUp({ platform: 'slack:T1' });
    const id = await draft();
    expect(labels(await type(`draft ${id}`))).not.toContain('Keep as a file');
    expect(textOf(await type(`draft ${id} --keep`))).toContain('only by whoever runs the bot');
    expect(textOf(await type(`draft ${id} --run`, { channel: 'c2' }))).toContain(
      'No draft of this',
    );
  });

  test.each([
    ['--drop 9', 'There is no question 9; there are 8.'],
    ['--question 10 --text "x"', 'There is no question 10; there are 8.'],
    ['--question 2', '--text is missing'],
    ['--text "where?"', 'but not where'],
    ['--rubric "\u200e\u202e"', 'cannot be changed so'],
    ['--run --keep', 'do not go together'],
  ])('says what is wrong with %s', async (edit, said) => {
    const { type, draft } = await setUp();
    expect(textOf(await type(`draft ${await draft()} ${edit}`))).toContain(said);
  });
});

describe('the writer', () => {
  const elm = `
providers: { far: { base_url: 'http://127.0.0.1:9/v1' } }
models: [{ id: elm, provider: far, name: elm, price: { in: 100, out: 1000 } }]`;

  test('is asked once more with what was wrong, and no third time', async () => {
    const { asks, type } = await setUp({ says: () => '{"rubric": "only this"}' });
    expect(textOf(await type('trait curt'))).toContain('asked twice. `anchors` is missing');
    expect(asks).toHaveLength(2);
    expect(asks[1]?.messages.at(-1)?.content).toContain('`anchors` is missing');
  });

  test('gets away with one slip', async () => {
    let asked = 0;
    const says: Says = (ask) =>
      asked++ === 0 ? 'Certainly!' : castSays({ ...ask, messages: ask.messages.slice(0, 2) });
    const { type } = await setUp({ says });
    expect(labels(await type('trait curt'))?.[0]).toBe('Run it');
  });

  test.each([
    [{ outcome: 'failed', reason: 'it is down.' } as const, 'could not be asked: it is down.'],
    [{ outcome: 'refused', text: 'no' } as const, 'refused to write'],
  ])('may fail or refuse', async (reply, said) => {
    const { type } = await setUp({ says: () => reply });
    expect(textOf(await type('trait curt'))).toContain(said);
  });

  test('is asked only by those who may ask it', async () => {
    const config = 'access: { models: { oak: ["test:eve"] } }';
    const { asks, type } = await setUp({ config });
    expect(textOf(await type('trait curt'))).toContain('You may not ask oak.');
    expect(asks).toEqual([]);
  });

  test('is paid from the budgets, and what it took counts', async () => {
    const config = `${elm}\nlimits: { usd_per_person: 2 }`;
    const { asks, type } = await setUp({ config, says: () => 'no JSON' });
    const usage = { tokensIn: 0, tokensOut: 300, estimated: false };
    const costly = await setUp({ config, says: () => ({ text: 'no JSON', usage }) });
    expect(textOf(await type('trait curt --writer elm'))).toContain('asked twice');
    expect(textOf(await type('trait curt --writer elm'))).toContain('asked twice');
    expect(asks).toHaveLength(4);
    await costly.type('trait curt --writer elm');
    expect(textOf(await costly.type('trait curt --writer elm'))).toContain(
      'Your budget is $2.00 a day; $0.6',
    );
    expect(costly.asks).toHaveLength(2);
  });

  test('is paid for each time that it writes a draft anew in vain', async () => {
    const config = `${elm}\nlimits: { usd_per_person: 4 }`;
    const usage = { tokensIn: 0, tokensOut: 300, estimated: false };
    let vain = false;
    const says: Says = async (ask) => {
      const model = { ...ask.model, name: 'oak' };
      return vain ? { text: 'no JSON', usage } : castSays({ ...ask, model });
    };
    const { type, draft } = await setUp({ config, says });
    const id = await draft('trait curt --writer elm');
    vain = true;
    const said: string[] = [];
    while (said.length < 6) said.push(textOf(await type(`draft ${id} --anew`)));
    expect(said[0]).toContain('asked twice');
    expect(said.at(-1)).toContain('Your budget is $4.00 a day; $');
  });
});
