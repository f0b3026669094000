import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectSlack } from '../../bots/slack/receive/connect.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { COMMANDS } from './commands.ts';
import { type Mode, settingsFor, started } from './started.ts';
import { mention, postSigned, slash } from './twin/deliveries.ts';
import { startTwin, type Twin } from './twin.ts';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.stop());

/** Why a start failed, in the words that a person reads. */
async function failure(start: Promise<unknown>): Promise<string> {
  const error = await start.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UserError) return `${error.message} ${error.hint}`;
  throw new Error(`no Problem but ${String(error)}`);
}

test.each(['socket', 'http'] as const)('over %s it says where it is reached', async (mode) => {
  const dispatcher = fakeDispatcher(COMMANDS);
  const bot = await started(mode, dispatcher);
  expect(bot.says).toMatch(
    mode === 'socket' ? /^Slack: Twin as @dramatis · Socket Mode$/ : /HTTP on port \d+, \/slack/,
  );
  expect(dispatcher.adopted.map((platform) => platform.id)).toEqual(['slack:T0TEAM']);
  await bot.stop();
});

test.each(['socket', 'http'] as const)('over %s a refused bot token is named', async (mode) => {
  twin.fail('auth.test', { error: 'invalid_auth' });
  const why = await failure(connectSlack(fakeDispatcher(COMMANDS), settingsFor(mode, twin)));
  expect(why).toMatch(/^SLACK_BOT_TOKEN: Slack refused the token \(invalid_auth\)/);
  expect(why).not.toContain('xoxb-twin');
});

test('a refused app token is named', async () => {
  twin.fail('apps.connections.open', { error: 'invalid_auth' });
  const why = await failure(connectSlack(fakeDispatcher(COMMANDS), settingsFor('socket', twin)));
  expect(why).toMatch(/^SLACK_APP_TOKEN: Slack refused the token/);
});

test('a missing permission is logged, with what to do', async () => {
  const scopes = twin.scopes.filter((scope) => scope !== 'files:write');
  const bare = await startTwin({ scopes });
  const dispatcher = fakeDispatcher(COMMANDS);
  const bot = await connectSlack(dispatcher, settingsFor('http', bare));
  expect(dispatcher.logged.join('')).toMatch(/lacks files:write: paste .*manifest\.json/);
  await bot.stop();
  await bare.stop();
});

test.each<Mode>(['socket', 'http'])('over %s an unreachable Slack is said to be', async (mode) => {
  const gone = await startTwin();
  await gone.stop();
  const why = await failure(connectSlack(fakeDispatcher(COMMANDS), settingsFor(mode, gone)));
  expect(why).toMatch(/^Slack could not be reached/);
});

test('a port in use is said to be', async () => {
  const taken = createServer();
  await once(taken.listen(0), 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const settings = settingsFor('http', twin);
  const why = await failure(
    connectSlack(
      fakeDispatcher(COMMANDS),
      settings.mode === 'http' ? { ...settings, port } : settings,
    ),
  );
  expect(why).toContain(`${port}, is in use`);
  taken.close();
});

test('over HTTP only what Slack signed within five minutes is heard', async () => {
  const dispatcher = fakeDispatcher(COMMANDS);
  const bot = await started('http', dispatcher);
  const now = Math.floor(Date.now() / 1000);
  const delivered = slash(bot.twin, 'ask why');
  const status = async (forged?: Parameters<typeof postSigned>[2]) =>
    (await postSigned(bot.url, delivered, forged)).status;
  expect(await status({ secret: 'another' })).toBe(401);
  expect(await status({ timestamp: now - 301 })).toBe(401);
  expect(await status({ headers: { 'x-slack-signature': '' } })).toBe(401);
  expect(await status({ headers: { 'x-slack-request-timestamp': String(now - 10) } })).toBe(401);
  expect(dispatcher.handled).toEqual([]);
  expect(await status({ timestamp: now - 290 })).toBe(200);
  await dispatcher.next();
  await bot.stop();
});

test('a repeated HTTP delivery has the id of the first', async () => {
  const dispatcher = fakeDispatcher(COMMANDS);
  const bot = await started('http', dispatcher);
  const event = mention(bot.twin, '<@U0BOT> ask why');
  await postSigned(bot.url, event);
  await postSigned(bot.url, event, { headers: { 'x-slack-retry-num': '1' } });
  expect((await dispatcher.next()).id).toBe((await dispatcher.next()).id);
  await bot.stop();
});

test('Slack checks the address with a challenge', async () => {
  const bot = await started('http', fakeDispatcher(COMMANDS));
  const payload = { type: 'url_verification', challenge: '3eZbrw1aB10' };
  const response = await postSigned(bot.url, { type: 'events_api', payload });
  expect(await response.json()).toEqual({ challenge: '3eZbrw1aB10' });
  await bot.stop();
});

test('over Socket Mode it connects anew when Slack asks it to, and goes on trying', async () => {
  const dispatcher = fakeDispatcher(COMMANDS);
  const bot = await started('socket', dispatcher);
  bot.twin.fail('apps.connections.open', { error: 'internal_error' });
  const again = bot.twin.connected();
  bot.twin.refresh();
  await again;
  await bot.deliver(slash(bot.twin, 'ask why'));
  expect((await dispatcher.next()).request).toEqual({ line: 'ask why' });
  expect(bot.twin.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(3);
  await bot.stop();
});

test('once stopped it does not connect again', async () => {
  const bot = await started('socket', fakeDispatcher(COMMANDS));
  await bot.stop();
  expect(bot.twin.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(1);
});
