import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../bots/platform.ts';
import { type FakeDispatcher, fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { COMMANDS } from './commands.ts';
import { saying, startAgainst } from './started.ts';
import { addChannel, DIRECT, THREAD } from './twin/world.ts';
import { startTwin, type Twin } from './twin.ts';

let twin: Twin;
let dispatcher: FakeDispatcher;
let bot: Bot;

beforeEach(async () => {
  twin = await startTwin();
  dispatcher = fakeDispatcher(COMMANDS);
  bot = await startAgainst(twin, dispatcher);
});
afterEach(async () => {
  await bot.stop();
  await twin.close();
  expect(twin.violations).toEqual([]);
});

const handled = (count = 1) =>
  twin.until(() => dispatcher.handled.length >= count && dispatcher.handled);
const acknowledged = (type: number) =>
  twin.asked.filter(({ path, body }) => path.endsWith('/callback') && body.type === type);

describe('a slash command', () => {
  test('is acknowledged, unseen by others, before the dispatcher hears of it', async () => {
    let known: number | undefined;
    const { promise: free, resolve: release } = Promise.withResolvers<void>();
    const opened = twin.slash('ask', { prompt: 'hello' });
    dispatcher.onHandle = async () => {
      known = opened.acknowledged;
      await free;
    };
    await handled();
    expect(known).toBe(5);
    expect(opened.original?.ephemeral).toBe(true);
    release();
  });

  test('arrives with our names, its values, and who asked where', async () => {
    twin.slash('ask', { prompt: 'hello', 'max-usd': 1.5, samples: 3, blind: true });
    const [invocation] = await handled();
    expect(invocation).toMatchObject({
      request: {
        command: 'ask',
        values: { prompt: 'hello', maxUsd: 1.5, samples: 3, blind: true },
      },
      who: { id: `discord:${twin.world.person}`, name: 'Ada' },
      channel: twin.general.id,
    });
    expect(invocation?.thread).toBeUndefined();
  });

  test('in a thread belongs to the channel above it, and is answered in the thread', async () => {
    const thread = addChannel(twin.world, 'a thread', THREAD, { parent: twin.general.id });
    dispatcher.onHandle = async (platform, { channel, thread }) => {
      await platform.post({ channel, thread }, { view: saying('here') });
    };
    twin.slash('ask', { prompt: 'hello' }, thread);
    const [post] = await twin.until(() => twin.posts(thread).length > 0 && twin.posts(thread));
    expect(dispatcher.handled[0]?.channel).toBe(twin.general.id);
    expect(JSON.stringify(post?.body)).toContain('here');
    expect(twin.posts()).toEqual([]);
  });

  test('in a direct message is answered there', async () => {
    const direct = addChannel(twin.world, '', DIRECT);
    dispatcher.onHandle = async (platform, { channel }) => {
      const ref = await platform.post({ channel }, { view: saying('the run') });
      await platform.post({ channel, thread: ref }, { view: saying('the answers') });
    };
    twin.slash('ask', { prompt: 'hello' }, direct);
    const posts = await twin.until(() => twin.posts(direct).length === 2 && twin.posts(direct));
    expect(posts[1]?.body.message_reference).toMatchObject({ message_id: posts[0]?.id });
  });

  test('leaves nothing behind for its author where the answer is in the channel', async () => {
    dispatcher.onHandle = async (platform, { channel }) => {
      await platform.post({ channel }, { view: saying('for all') });
    };
    const opened = twin.slash('ask', { prompt: 'hello' });
    await twin.until(() => opened.original?.deleted);
    expect(twin.posts()).toHaveLength(1);
  });

  test('is told privately what only its author need know', async () => {
    dispatcher.onHandle = async (_, invocation) =>
      invocation.replyPrivately({ view: saying('only you') });
    const opened = twin.slash('show');
    await twin.until(() => opened.original?.edits);
    expect(JSON.stringify(opened.original?.body)).toContain('only you');
    expect(opened.original?.deleted).toBe(false);
    expect(twin.posts()).toEqual([]);
  });

  test('that is delivered twice is acted on once', async () => {
    const opened = twin.slash('ask', { prompt: 'hello' });
    twin.again(opened);
    await twin.until(() => acknowledged(5).length === 2);
    await bot.stop();
    expect(dispatcher.handled).toHaveLength(1);
  });

  test('that Discord has given up on is not acted on', async () => {
    twin.fail({
      method: 'POST',
      path: /callback$/,
      told: { status: 404, body: { code: 10062, message: 'Unknown interaction' } },
    });
    twin.slash('ask', { prompt: 'hello' });
    await twin.until(() => acknowledged(5).length === 1);
    await bot.stop();
    expect(dispatcher.handled).toEqual([]);
  });

  test('never puts an interaction’s token into the log', async () => {
    dispatcher.onHandle = async (_, invocation) =>
      invocation.replyPrivately({ view: saying('only you') });
    twin.fail({
      method: 'PATCH',
      path: /@original$/,
      told: { status: 401, body: { code: 50027, message: 'Invalid Webhook Token' } },
    });
    const { token } = twin.slash('show');
    await twin.until(() => twin.asked.some(({ path }) => path.endsWith('@original')));
    await bot.stop();
    expect(dispatcher.logged.join()).toContain('could not reply privately');
    expect(dispatcher.logged.join()).not.toContain(token);
    expect(dispatcher.logged.join()).not.toContain(twin.world.token);
  });
});

describe('a button', () => {
  const withButtons = saying('pick', {
    actions: [
      { label: 'Short', line: 'cancel 7f3a', style: 'danger' },
      { label: 'Long', line: `ask "${'why '.repeat(60)}"`, style: 'plain' },
    ],
  });

  test('is its line, however long, and tells its clicker apart from the message', async () => {
    await bot.platform.post({ channel: twin.general.id }, { view: withButtons });
    const [post] = twin.posts();
    if (!post) throw new Error('nothing was posted');
    dispatcher.onHandle = async (_, invocation) =>
      invocation.replyPrivately({ view: saying('only you') });
    const short = twin.click(post, 'Short');
    await twin.until(() => short.followUps.length > 0);
    twin.click(post, 'Long');
    const [first, second] = await handled(2);
    expect(first?.request).toEqual({ line: 'cancel 7f3a' });
    expect(second?.request).toEqual({ line: `ask "${'why '.repeat(60)}"` });
    expect(short.acknowledged).toBe(6);
    expect(short.followUps[0]?.ephemeral).toBe(true);
    expect(twin.posts()[0]?.edits).toBe(0);
  });

  test('from before a restart works where its line fitted, and otherwise says so kindly', async () => {
    await bot.platform.post({ channel: twin.general.id }, { view: withButtons });
    await bot.stop();
    dispatcher = fakeDispatcher(COMMANDS);
    bot = await startAgainst(twin, dispatcher);
    const [post] = twin.posts();
    if (!post) throw new Error('nothing was posted');
    twin.click(post, 'Short');
    await handled();
    const long = twin.click(post, 'Long');
    await twin.until(() => long.followUps.length > 0);
    expect(dispatcher.handled).toHaveLength(1);
    expect(JSON.stringify(long.followUps[0]?.body)).toContain('no longer works');
    expect(long.followUps[0]?.ephemeral).toBe(true);
  });

  test('that no bot of ours made is answered and goes no further', async () => {
    await bot.platform.post({ channel: twin.general.id }, { view: withButtons });
    const [post] = twin.posts();
    if (!post) throw new Error('nothing was posted');
    const opened = twin.clickId(post, 'something else');
    await twin.until(() => opened.followUps.length > 0);
    expect(dispatcher.handled).toEqual([]);
  });
});

describe('completion', () => {
  test('asks the dispatcher by our names and cuts what it shows', async () => {
    dispatcher.choices = [
      { label: 'larch', value: 'larch' },
      { label: 'x'.repeat(300), value: 'long-label' },
      { label: 'no value', value: 'y'.repeat(101) },
      ...Array.from({ length: 40 }, (_, at) => ({ label: `m${at}`, value: `m${at}` })),
    ];
    const opened = twin.type('ask', 'models', 'la');
    const choices = await twin.until(() => opened.choices);
    expect(dispatcher.completions).toEqual([['ask', 'models', 'la']]);
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: 'larch', value: 'larch' });
    expect(choices[1]?.name).toMatch(/^x{99}…$/);
    expect(choices.some(({ name }) => name === 'no value')).toBe(false);
  });

  test('of an option that does not exist is empty', async () => {
    const opened = twin.type('ask', 'nonsense', '');
    expect(await twin.until(() => opened.choices)).toEqual([]);
  });

  test('that breaks is empty, and logged', async () => {
    dispatcher.complete = async () => {
      throw new Error('the store is away');
    };
    const opened = twin.type('ask', 'models', '');
    expect(await twin.until(() => opened.choices)).toEqual([]);
    expect(dispatcher.logged.join()).toContain('the store is away');
  });
});

describe('a lost connection', () => {
  test('is resumed, and what was missed is acted on', async () => {
    twin.gateway.askToReconnect();
    twin.slash('ask', { prompt: 'while you were away' });
    const [invocation] = await handled();
    expect(invocation?.request).toMatchObject({ values: { prompt: 'while you were away' } });
    expect(twin.gateway.sent.map(({ op }) => op)).toContain(6);
  });

  test('that ends for good is logged with the next step', async () => {
    twin.gateway.cut(4004);
    const line = await twin.until(() =>
      dispatcher.logged.find((one) => one.includes('refused DISCORD_TOKEN')),
    );
    expect(line).toContain('Reset Token');
  });
});
