import { describe, expect, test } from 'vitest';
import { connectDiscord } from '../../bots/discord/receive/connect.ts';
import { createDispatcher } from '../../bots/dispatcher.ts';
import { drawColumns, drawPng } from '../../core/charts/on-demand.ts';
import type { Ask } from '../../core/models/types.ts';
import type { Store } from '../../core/store/store.ts';
import { type Says, testApp } from '../fixtures/app.ts';
import { addChannel, THREAD } from './twin/world.ts';
import { buttonsOf, type Channel, type Stored, startTwin, type Twin } from './twin.ts';

const LOOK = { theme: 'dark', scale: 1 } as const;
const DRAWERS = {
  drawPicture: (picture: Parameters<typeof drawPng>[0]) => drawPng(picture, LOOK),
  drawColumns: (block: Parameters<typeof drawColumns>[0]) => drawColumns(block, LOOK),
};
const QUESTION = {
  prompt: 'Why do humans crave sugar?',
  models: 'larch',
  personas: 'assistant,pirate',
  samples: 2,
};

/** Vitest's own: what is to be done when a test is over, the last first. */
type Finish = (step: () => Promise<void>) => void;

async function twinned(finish: Finish): Promise<Twin> {
  const twin = await startTwin();
  finish(async () => {
    await twin.close();
    expect(twin.violations).toEqual([]);
  });
  return twin;
}

async function botFor(finish: Finish, twin: Twin, says: Says, store?: Store) {
  const made = await testApp({ says, ...(store && { store }) });
  const dispatcher = createDispatcher(made.app, made.store);
  const settings = { token: twin.world.token, apiUrl: twin.apiUrl };
  const bot = await connectDiscord(dispatcher, settings, DRAWERS);
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await made.app.runs.stop();
    await dispatcher.stop();
    await bot.stop();
  };
  finish(stop);
  return { ...made, stop };
}

/** Answers that a test lets through one at a time; a call that is aborted ends. */
function gate() {
  const waiting: ((text: string) => void)[] = [];
  let open = false;
  return {
    says: ({ signal }: Ask) =>
      new Promise<string | { outcome: 'failed'; reason: string }>((resolve) => {
        if (open) return resolve('Sweetness meant energy.');
        waiting.push(resolve);
        signal?.addEventListener('abort', () =>
          resolve({ outcome: 'failed', reason: 'cancelled' }),
        );
      }),
    release: (text: string) => waiting.shift()?.(text),
    releaseAll() {
      open = true;
      for (const resolve of waiting.splice(0)) resolve('Sweetness meant energy.');
    },
    close() {
      open = false;
    },
  };
}

const says = (stored: Stored, text: string) => JSON.stringify(stored.body).includes(text);

/** The message of a channel, by its place, once it says this. */
function showing(twin: Twin, text: string, place = 0, channel?: Channel): Promise<Stored> {
  return twin.until(() => {
    const post = twin.posts(channel)[place];
    return post && says(post, text) && post;
  });
}

describe.concurrent('from a slash command', () => {
  test('to a comparison, its answers in the thread, a rerun and a cancel', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    const models = gate();
    await botFor(finish, twin, models.says);
    const opened = twin.slash('ask', QUESTION);

    const post = await showing(twin, '0 of 4');
    expect(opened.acknowledged).toBe(5);
    models.release('Our bodies learned to prize it.');
    await showing(twin, '1 of 4');
    expect(says(post, 'Our bodies learned to prize it.')).toBe(true);
    expect(buttonsOf(post).map(({ label }) => label)).toContain('Cancel');

    models.releaseAll();
    await showing(twin, '4 answers');
    expect(twin.posts()).toHaveLength(1);
    expect(post.files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^picture-\d\.png$/),
    ]);
    expect(post.files[0]?.size).toBeGreaterThan(1000);
    // Which subject was asked first is up to the run’s seed.
    expect(JSON.stringify(post.body)).toMatch(
      /larch \/ \w+: [^"]*Our bodies learned to prize it\./,
    );
    await twin.until(() => opened.original?.deleted);

    twin.click(post, 'Full answers');
    const thread = await twin.until(() => twin.world.channels.get(post.id));
    await showing(twin, 'pirate', 1, thread);
    expect(twin.posts(thread)).toHaveLength(2);
    expect(JSON.stringify(twin.posts(thread))).toContain('Our bodies learned to prize it.');
    expect(thread.name).toMatch(/asked 2 subjects/);

    models.close();
    twin.click(post, 'Rerun');
    const rerun = await showing(twin, '0 of 4', 1);
    twin.click(rerun, 'Cancel');
    await showing(twin, 'cancelled after', 1);
    expect(buttonsOf(rerun).map(({ label }) => label)).toContain('Go on');
  });

  test('of a probe to its picture, which has the numbers in words', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    await botFor(finish, twin, ({ messages }) =>
      messages.some(({ content }) => content === 'Say yes.') ? 'yes' : 'no',
    );
    twin.slash('run', { probe: 'words', models: 'larch', personas: 'assistant', samples: 1 });
    const post = await showing(twin, 'seed');
    await twin.until(() => post.files.length > 0);
    expect(says(post, '"type":12')).toBe(true);
    expect(JSON.stringify(post.body.components)).toMatch(/"description":"[^"]*100 %/);
  });

  test('a delivery that comes twice is one run', async ({ onTestFinished: finish }) => {
    const twin = await twinned(finish);
    const { asks } = await botFor(finish, twin, () => 'yes');
    const opened = twin.slash('ask', QUESTION);
    twin.again(opened);
    await showing(twin, '4 answers');
    twin.again(opened);
    await twin.until(
      () => twin.asked.filter(({ path }) => path.endsWith('/callback')).length === 3,
    );
    expect(twin.posts()).toHaveLength(1);
    expect(asks).toHaveLength(4);
  });

  test('a mistake is told to its maker alone, with the nearest match', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    await botFor(finish, twin, () => 'yes');
    const opened = twin.slash('run', { probe: 'wordz' });
    await twin.until(() => opened.original && says(opened.original, 'Did you mean words?'));
    expect(opened.original?.ephemeral).toBe(true);
    expect(twin.posts()).toEqual([]);
  });

  test('in a thread to a comparison in that thread, and its answers beside it', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    await botFor(finish, twin, () => 'yes');
    const thread = addChannel(twin.world, 'sugar', THREAD, { parent: twin.general.id });
    twin.slash('ask', QUESTION, thread);
    const post = await showing(twin, '4 answers', 0, thread);
    twin.click(post, 'Full answers');
    await twin.until(() => twin.posts(thread).length === 3);
    expect(twin.posts()).toEqual([]);
  });
});

describe.concurrent('the platform’s moods', () => {
  test('a 429 on an edit is obeyed, and the last edit still happens', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    const models = gate();
    await botFor(finish, twin, models.says);
    twin.slash('ask', QUESTION);
    const post = await showing(twin, '0 of 4');
    twin.fail({
      method: 'PATCH',
      path: /^\/channels\/\d+\/messages\/\d+$/,
      told: {
        status: 429,
        headers: { 'retry-after': '2', 'x-ratelimit-scope': 'user' },
        body: { message: 'You are being rate limited.', retry_after: 2, global: false },
      },
    });
    models.release('Our bodies learned to prize it.');
    const edits = () => twin.asked.filter(({ method }) => method === 'PATCH');
    await twin.until(() => edits().length === 1);
    models.releaseAll();
    await showing(twin, '4 answers');
    const [refused, next] = edits();
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2000);
    expect(post.edits).toBeGreaterThanOrEqual(1);
  });

  test('a message that is refused stands one step simpler: characters instead of an image', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    const models = gate();
    await botFor(finish, twin, models.says);
    twin.slash('ask', QUESTION);
    const post = await showing(twin, '0 of 4');
    models.releaseAll();
    twin.fail({
      method: 'PATCH',
      path: /^\/channels\/\d+\/messages\/\d+$/,
      told: { status: 400, body: { code: 50035, message: 'Invalid Form Body' } },
    });
    await showing(twin, '4 answers');
    expect(post.files).toEqual([]);
    expect(says(post, '> Sweetness meant energy.')).toBe(true);
  });

  test('a run outlives a lost connection, and so does the next command', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    const models = gate();
    await botFor(finish, twin, models.says);
    twin.slash('ask', QUESTION);
    await showing(twin, '0 of 4');
    twin.gateway.askToReconnect();
    models.releaseAll();
    await showing(twin, '4 answers');
    const opened = twin.slash('history');
    await twin.until(() => opened.original?.edits);
    expect(twin.gateway.sent.some(({ op }) => op === 6)).toBe(true);
  });

  test('after a restart a run goes on in the same message, and its buttons work', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    const models = gate();
    const first = await botFor(finish, twin, models.says);
    twin.slash('ask', QUESTION);
    await showing(twin, '0 of 4');
    models.release('Our bodies learned to prize it.');
    await showing(twin, '1 of 4');
    await first.stop();

    const second = await botFor(finish, twin, () => 'Sweetness meant energy.', first.store);
    const post = await showing(twin, '4 answers');
    expect(twin.posts()).toHaveLength(1);
    expect(second.asks).toHaveLength(3);
    twin.click(post, 'Full answers');
    const thread = await twin.until(() => twin.world.channels.get(post.id));
    await twin.until(() => twin.posts(thread).length === 2);
  });

  test('a channel where the bot may not write is told, with what to grant', async ({
    onTestFinished: finish,
  }) => {
    const twin = await twinned(finish);
    await botFor(finish, twin, () => 'yes');
    twin.general.denied.add('send');
    const opened = twin.slash('ask', QUESTION);
    await twin.until(() => opened.original && says(opened.original, 'Send Messages'));
    expect(twin.posts()).toEqual([]);
  });
});

describe.concurrent('completion', () => {
  test('goes on with the last name of a list', async ({ onTestFinished: finish }) => {
    const twin = await twinned(finish);
    await botFor(finish, twin, () => 'yes');
    const opened = twin.type('ask', 'personas', 'assistant,pi');
    expect(await twin.until(() => opened.choices)).toEqual([
      { name: 'assistant, pirate', value: 'assistant,pirate' },
    ]);
  });

  test('knows probes by their title', async ({ onTestFinished: finish }) => {
    const twin = await twinned(finish);
    await botFor(finish, twin, () => 'yes');
    const opened = twin.type('run', 'probe', 'wo');
    const [choice] = await twin.until(() => opened.choices);
    expect(choice).toMatchObject({ value: 'words', name: expect.stringContaining('does it say') });
  });
});
