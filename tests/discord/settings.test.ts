import { describe, expect, test } from 'vitest';
import { readSettings, VARIABLES } from '../../bots/discord/settings.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { tokenFor } from './twin/world.ts';

const TOKEN = tokenFor('123456789012345678');

function problemOf(env: Readonly<Record<string, string>>): UserError {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('no problem');
}

describe('the settings', () => {
  test('are absent where no token is set', () => {
    expect(readSettings({})).toBeUndefined();
    expect(readSettings({ DISCORD_TOKEN: ' ', DISCORD_GUILD_ID: '1' })).toBeUndefined();
  });

  test('have defaults', () => {
    expect(readSettings({ DISCORD_TOKEN: ` ${TOKEN}\n` })).toEqual({
      token: TOKEN,
      guildId: undefined,
      apiUrl: 'https://discord.com/api',
    });
  });

  test('may name one server and another address', () => {
    const env = {
      DISCORD_TOKEN: TOKEN,
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:9/api/',
    };
    expect(readSettings(env)).toEqual({
      token: TOKEN,
      guildId: '123456789012345678',
      apiUrl: 'http://127.0.0.1:9/api',
    });
  });

  test.each([
    ['xoxb-1-2-abc', 'a Slack token'],
    ['xapp-1-A-2-b', 'a Slack token'],
    ['123456789012345678', 'an application’s or user’s id'],
    ['a'.repeat(64), 'the application’s public key'],
    ['Zx_'.repeat(10).padEnd(32, 'y'), 'the application’s client secret'],
    [`Bot ${TOKEN}`, 'a token with “Bot” in front; leave that out'],
    [`"${TOKEN}"`, 'a token in quotation marks; leave them out'],
    ['sk-proj-abc', 'a model provider’s key'],
    ['https://discord.com/oauth2', 'an address'],
    [`${TOKEN.slice(0, 30)} ${TOKEN.slice(30)}`, 'something with a space or a line end in it'],
    [
      'bm90IGEgbnVtYmVyIGF0IGFsbA.GAbCdE.abcdefghijklmnopqrstuvwxyz0',
      'something that is no bot token',
    ],
    ['hello', 'something that is no bot token'],
  ])('do not take %j for a token, and do not repeat it', (token, what) => {
    const error = problemOf({ DISCORD_TOKEN: token });
    expect(error.message).toBe(`DISCORD_TOKEN holds ${what}.`);
    expect(error.hint).toContain('https://discord.com/developers/applications');
    expect(`${error.message} ${error.hint}`).not.toContain(token);
  });

  test.each([
    ['DISCORD_GUILD_ID', 'my server'],
    ['DISCORD_API_URL', 'discord'],
  ])('name %s where it is wrong', (name, value) => {
    const error = problemOf({ DISCORD_TOKEN: TOKEN, [name]: value });
    expect(error.message).toContain(name);
    expect(error.message).not.toContain(value);
  });

  test('are all told of', () => {
    expect(VARIABLES.map(({ name }) => name)).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_GUILD_ID',
      'DISCORD_API_URL',
    ]);
  });
});
