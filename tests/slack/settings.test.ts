import { expect, test } from 'vitest';
import { readSettings, VARIABLES } from '../../bots/slack/settings.ts';
import { UserError } from '../../core/domain/user-error.ts';

const BOT = 'xoxb-1-2-hunter2';
const APP = 'xapp-1-A-hunter2';
const SECRET = '8f742231b10e8888abcd99edeefab12c';

test('nothing set is no Slack', () => {
  expect(readSettings({})).toBeUndefined();
  expect(readSettings({ SLACK_BOT_TOKEN: '  ', SLACK_APP_TOKEN: '' })).toBeUndefined();
});

test('bot and app token are Socket Mode, also beside a signing secret', () => {
  const settings = { mode: 'socket', botToken: BOT, appToken: APP };
  expect(readSettings({ SLACK_BOT_TOKEN: ` ${BOT}\n`, SLACK_APP_TOKEN: APP })).toMatchObject(
    settings,
  );
  expect(
    readSettings({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET }),
  ).toMatchObject(settings);
});

test('bot token and signing secret are HTTP, on a port', () => {
  const env = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET };
  expect(readSettings(env)).toEqual({
    mode: 'http',
    botToken: BOT,
    signingSecret: SECRET,
    port: 3000,
    apiUrl: 'https://slack.com/api/',
  });
  expect(readSettings({ ...env, SLACK_PORT: '8080' })).toMatchObject({ port: 8080 });
});

test.each([
  ['swapped', { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT }, /SLACK_BOT_TOKEN.*swapped/],
  ['xapp alone', { SLACK_BOT_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET }, /an app-level token/],
  ['a user token', { SLACK_BOT_TOKEN: 'xoxp-hunter2', SLACK_APP_TOKEN: APP }, /a user token/],
  [
    'two bot tokens',
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT },
    /SLACK_APP_TOKEN.*a bot token/,
  ],
  ['rotating', { SLACK_BOT_TOKEN: 'xoxe.xoxb-hunter2', SLACK_APP_TOKEN: APP }, /12 hours/],
  ['no token', { SLACK_BOT_TOKEN: 'hunter2', SLACK_APP_TOKEN: APP }, /no Slack token/],
  ['bot token alone', { SLACK_BOT_TOKEN: BOT }, /neither/],
  ['app token alone', { SLACK_APP_TOKEN: APP }, /SLACK_APP_TOKEN is set/],
  ['secret alone', { SLACK_SIGNING_SECRET: SECRET }, /SLACK_SIGNING_SECRET is set/],
  ['a token as secret', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: APP }, /an app-level token/],
  [
    'no port',
    { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, SLACK_PORT: 'x' },
    /SLACK_PORT/,
  ],
  [
    'no address',
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: 'x' },
    /SLACK_API_URL/,
  ],
])('%s: a Problem that names variables, never their values', (_, env, what) => {
  try {
    readSettings(env);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    if (!(error instanceof UserError)) return;
    expect(error.message).toMatch(what);
    expect(error.hint).not.toBe('');
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
    expect(`${error.message} ${error.hint}`).not.toContain(SECRET);
  }
});

test('the table names every variable that is read', () => {
  const read = new Set<string>();
  const env = new Proxy<Record<string, string>>(
    { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET },
    {
      get(target, name) {
        read.add(String(name));
        return Reflect.get(target, name);
      },
    },
  );
  readSettings(env);
  expect([...read].sort()).toEqual(VARIABLES.map(({ name }) => name).sort());
});
