import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { longLines } from '../../bots/discord/render/actions.ts';
import { discordPlatform } from '../../bots/discord/send/platform.ts';
import { type Bot, type MessageRef, type Platform, RateLimited } from '../../bots/platform.ts';
import { UserError } from '../../core/domain/user-error.ts';
import type { Message } from '../../core/views/view.ts';
import { type FakeDispatcher, fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { askRunning, probeDone } from '../fixtures/views.ts';
import { COMMANDS } from './commands.ts';
import { saying, startAgainst } from './started.ts';
import { type Stored, startTwin, type Twin } from './twin.ts';

let twin: Twin;
let dispatcher: FakeDispatcher;
let bot: Bot;
let platform: Platform;

beforeEach(async () => {
  twin = await startTwin();
  dispatcher = fakeDispatcher(COMMANDS);
  bot = await startAgainst(twin, dispatcher);
  platform = bot.platform;
});
afterEach(async () => {
  await bot.stop();
  await twin.close();
  expect(twin.violations).toEqual([]);
});

const post = (view = askRunning, thread?: MessageRef) =>
  platform.post({ channel: twin.general.id, thread }, { view });
const only = (): Stored => {
  const [post] = twin.posts();
  if (!post) throw new Error('nothing was posted');
  return post;
};
const textOf = ({ body }: Stored) => JSON.stringify(body);
const isV2 = ({ body }: Stored) => (Number(body.flags) & (1 << 15)) !== 0;
const refuseWith = (method: string, path: RegExp, status: number, code: number, times = 1) =>
  twin.fail({ method, path, times, told: { status, body: { code, message: 'refused' } } });
const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const MESSAGES = /^\/channels\/\d+\/messages$/;
const MESSAGE = /^\/channels\/\d+\/messages\/\d+$/;

describe('a message', () => {
  test('is posted as the bot, pings nobody, and is edited in place', async () => {
    const ref = await post();
    await platform.edit(ref, { view: probeDone });
    expect(twin.posts()).toHaveLength(1);
    expect(only().body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(textOf(only())).toContain('a difference of 37 points');
    expect(textOf(only())).not.toContain('crave sugar');
  });

  test('carries a nonce, so that one that was sent twice stands once', async () => {
    await post();
    const [sent] = twin.asked.filter(({ path }) => MESSAGES.test(path));
    expect(sent?.body).toMatchObject({ enforce_nonce: true });
    expect(String(sent?.body.nonce)).toHaveLength(25);
  });

  test('outlives a restart by what the reference says', async () => {
    const ref: MessageRef = JSON.parse(JSON.stringify(await post()));
    await bot.stop();
    dispatcher = fakeDispatcher(COMMANDS);
    bot = await startAgainst(twin, dispatcher);
    await bot.platform.edit(ref, { view: probeDone });
    expect(only().edits).toBe(1);
  });

  test('has its files, and an edit leaves none of the state before behind', async () => {
    const files = [{ name: 'run 7f3a.jsonl', mime: 'application/jsonl', content: '{"a":1}\n' }];
    const ref = await platform.post({ channel: twin.general.id }, { view: probeDone, files });
    expect(only().files).toEqual([{ name: 'run_7f3a.jsonl', size: 8, text: '{"a":1}\n' }]);
    await platform.edit(ref, { view: probeDone });
    expect(only().body.attachments).toEqual([]);
  });

  test('that is far too long is cut with a mark, and whole in a file', async () => {
    const long = `${'word '.repeat(3000)}the very end`;
    await platform.post({ channel: twin.general.id }, { view: saying(long) });
    expect(textOf(only())).toContain('…');
    expect(textOf(only())).toContain('whole.txt');
    expect(only().files[0]?.text).toContain('the very end');
  });
});

describe('a message that Discord refuses', () => {
  test('stands one level simpler', async () => {
    refuseWith('POST', MESSAGES, 400, 50035);
    await post(probeDone);
    expect(isV2(only())).toBe(true);
    expect(dispatcher.logged.join()).toContain('sending a simpler one');
  });

  test('twice stands as plain text, and stays so', async () => {
    refuseWith('POST', MESSAGES, 400, 50035, 2);
    const ref = await post();
    expect(isV2(only())).toBe(false);
    await platform.edit(ref, { view: probeDone });
    expect(isV2(only())).toBe(false);
    expect(String(only().body.content)).toContain('a difference of 37 points');
  });

  test('when edited goes down too, but never back behind the components', async () => {
    const ref = await post();
    refuseWith('PATCH', MESSAGE, 400, 50035, 2);
    await platform.edit(ref, { view: probeDone });
    expect(isV2(only())).toBe(true);
    expect(only().body.components).toMatchObject([{ type: 10 }, { type: 1 }]);
  });

  test('at every level is a problem of ours, and is not sent for ever', async () => {
    refuseWith('POST', MESSAGES, 400, 50035, 99);
    expect(await thrownBy(post())).toBeInstanceOf(UserError);
    expect(twin.asked.filter(({ path }) => MESSAGES.test(path))).toHaveLength(3);
  });
});

describe('a limit on edits', () => {
  test('is passed on at once, with the time to wait', async () => {
    const ref = await post();
    twin.fail({
      method: 'PATCH',
      path: MESSAGE,
      told: {
        status: 429,
        headers: { 'retry-after': '1.5', 'x-ratelimit-scope': 'user' },
        body: { message: 'You are being rate limited.', retry_after: 1.5, global: false },
      },
    });
    const error = await thrownBy(platform.edit(ref, { view: probeDone }));
    expect(error).toBeInstanceOf(RateLimited);
    expect(error instanceof RateLimited && error.retryAfterMs).toBeGreaterThanOrEqual(1500);
    expect(only().edits).toBe(0);
  });

  test('that the last answer announced is known before anything is sent', async () => {
    const ref = await post();
    const exhausted = {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': '30',
    };
    twin.fail({
      method: 'PATCH',
      path: MESSAGE,
      told: { status: 200, headers: exhausted, body: {} },
    });
    await platform.edit(ref, { view: probeDone });
    const before = twin.asked.length;
    expect(await thrownBy(platform.edit(ref, { view: askRunning }))).toBeInstanceOf(RateLimited);
    expect(twin.asked.length).toBe(before);
  });

  test('of a message older than an hour asks for patience', async () => {
    const ref = await post();
    refuseWith('PATCH', MESSAGE, 400, 30046);
    const error = await thrownBy(platform.edit(ref, { view: probeDone }));
    expect(error instanceof RateLimited && error.retryAfterMs).toBe(60_000);
  });

  test('of posts is waited for, since none may be lost', async () => {
    twin.fail({
      method: 'POST',
      path: MESSAGES,
      told: {
        status: 429,
        headers: { 'retry-after': '0.05' },
        body: { message: 'slow down', retry_after: 0.05 },
      },
    });
    await post();
    expect(twin.posts()).toHaveLength(1);
  });
});

describe('a message that is gone', () => {
  test.each([
    ['deleted', 404, 10008],
    ['in a deleted channel', 404, 10003],
    ['where the bot may no longer look', 403, 50001],
  ])('because it is %s is left alone, with one line in the log', async (_, status, code) => {
    const ref = await post();
    refuseWith('PATCH', MESSAGE, status, code);
    await platform.edit(ref, { view: probeDone });
    await platform.edit(ref, { view: askRunning });
    expect(twin.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    expect(dispatcher.logged.filter((line) => line.includes('left alone'))).toHaveLength(1);
  });
});

describe('a thread', () => {
  const threadOf = (stored: Stored) => twin.world.channels.get(stored.id);
  const starts = () => twin.asked.filter(({ path }) => path.endsWith('/threads'));
  const answers: Message = { view: saying('all of the answers') };

  test('is started from the message, named after it, and used again', async () => {
    const ref = await post();
    const place = { channel: twin.general.id, thread: ref };
    await platform.post(place, answers);
    await platform.post(place, answers);
    const thread = threadOf(only());
    if (!thread) throw new Error('no thread');
    expect(thread.name).toBe('ada asked 3 subjects · 2 samples each');
    expect(twin.posts(thread)).toHaveLength(2);
    expect(starts()).toHaveLength(1);
  });

  test('that a process before this one started is found', async () => {
    const ref = await post();
    await platform.post({ channel: twin.general.id, thread: ref }, answers);
    await bot.stop();
    dispatcher = fakeDispatcher(COMMANDS);
    bot = await startAgainst(twin, dispatcher);
    await bot.platform.post({ channel: twin.general.id, thread: ref }, answers);
    const thread = threadOf(only());
    expect(thread && twin.posts(thread)).toHaveLength(2);
  });

  test('holds what belongs to a message in it', async () => {
    const inside = await post(askRunning, await post());
    await platform.post({ channel: twin.general.id, thread: inside }, answers);
    const thread = threadOf(only());
    expect(thread && twin.posts(thread)).toHaveLength(2);
    expect(starts()).toHaveLength(1);
  });

  test('that was archived is opened again for an edit', async () => {
    const inside = await post(askRunning, await post());
    const thread = threadOf(only());
    if (!thread) throw new Error('no thread');
    thread.archived = true;
    await platform.edit(inside, { view: probeDone });
    expect(thread.archived).toBe(false);
    expect(twin.posts(thread)[0]?.edits).toBe(1);
  });

  test('that may not be opened names the permissions', async () => {
    const ref = await post();
    twin.general.denied.add('thread');
    const error = await thrownBy(platform.post({ channel: twin.general.id, thread: ref }, answers));
    expect(error).toBeInstanceOf(UserError);
    expect(error instanceof UserError && error.hint).toContain('Create Public Threads');
    expect(twin.posts()).toHaveLength(1);
  });

  test('under a message that was deleted says what to do', async () => {
    const ref = await post();
    only().deleted = true;
    const error = await thrownBy(platform.post({ channel: twin.general.id, thread: ref }, answers));
    expect(error instanceof UserError && error.message).toContain('was deleted');
    expect(error instanceof UserError && error.hint).toContain('/probe show');
  });
});

describe('a channel where the bot may not write', () => {
  test.each(['send', 'view'] as const)(
    '(%s) is a problem that names what to grant',
    async (denied) => {
      twin.general.denied.add(denied);
      const error = await thrownBy(post());
      expect(error).toBeInstanceOf(UserError);
      expect(error instanceof UserError && error.hint).toMatch(/View Channel, Send Messages/);
    },
  );
});

test('an outage is a problem without secrets', async () => {
  twin.fail({ method: 'POST', path: MESSAGES, times: 9, told: { status: 503 } });
  const error = await thrownBy(post());
  expect(error instanceof UserError && error.message).toBe(
    'Discord answered with HTTP status 503.',
  );
});

test('a network that is down is a problem, too', async () => {
  const { apiUrl, token } = { apiUrl: 'http://127.0.0.1:1/api', token: twin.world.token };
  const rest = new REST({ api: apiUrl }).setToken(token);
  const sending = { rest, drawers: {}, lines: longLines(), log: dispatcher.app.log };
  const away = discordPlatform(twin.world.application, sending);
  const error = await thrownBy(away.post({ channel: twin.general.id }, { view: saying('x') }));
  expect(error instanceof UserError && error.message).toBe(
    'Discord could not be reached: ECONNREFUSED.',
  );
});

test('a reference that is not one of Discord’s is refused', async () => {
  expect(await thrownBy(platform.edit({ ts: '1' }, { view: probeDone }))).toBeInstanceOf(UserError);
});
