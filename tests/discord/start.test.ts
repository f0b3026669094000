import { createServer } from 'node:net';
import { Client } from 'discord.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openTransport } from '../../bots/discord/receive/transport.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { COMMANDS } from './commands.ts';
import { startAgainst } from './started.ts';
import { guildObject } from './twin/objects.ts';
import { tokenFor } from './twin/world.ts';
import { startTwin, type Twin, type TwinOptions } from './twin.ts';

let twin: Twin;
afterEach(() => twin.close());

async function against(options: TwinOptions = {}) {
  twin = await startTwin(options);
  return twin;
}

async function refusalOf(starting: Promise<unknown>): Promise<UserError> {
  const error = await starting.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UserError) return error;
  throw new Error(`expected a Problem, got ${String(error)}`);
}

describe('a start', () => {
  test('asks for the Guilds intent only and prints an invite with the permissions', async () => {
    await against();
    const bot = await startAgainst(twin, fakeDispatcher(COMMANDS));
    expect(twin.gateway.sent.find(({ op }) => op === 2)?.d).toMatchObject({ intents: 1 });
    const [link = ''] = /https:\S+/.exec(bot.banner) ?? [];
    const invite = new URL(link).searchParams;
    expect(invite.get('client_id')).toBe(twin.world.application);
    expect(invite.get('scope')).toBe('bot applications.commands');
    // View Channel, Send Messages, Embed Links, Attach Files, Create Public Threads, Send Messages in Threads.
    expect(invite.get('permissions')).toBe(
      String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 35n) | (1n << 38n)),
    );
    expect(bot.banner).toContain('Dramatis in 1 server');
    await bot.stop();
    expect(twin.gateway.connections()).toBe(0);
  });

  test('offers its port for adoption, by an id that is the same after a restart', async () => {
    await against();
    const dispatcher = fakeDispatcher(COMMANDS);
    const bot = await startAgainst(twin, dispatcher);
    expect(bot.platform.id).toBe(`discord:${twin.world.application}`);
    expect(bot.platform.editEveryMs).toBeGreaterThanOrEqual(1200);
    await bot.stop();
  });

  test('keeps a connection alive with heartbeats', async () => {
    await against({ heartbeatMs: 30 });
    const bot = await startAgainst(twin, fakeDispatcher(COMMANDS));
    await twin.until(() => twin.gateway.sent.filter(({ op }) => op === 1).length >= 3);
    await bot.stop();
  });
});

describe('a start that cannot work', () => {
  const other = tokenFor('999999999999999999');

  test('with a token that the API refuses', async () => {
    await against();
    const starting = openTransport(
      { token: other, apiUrl: twin.apiUrl },
      fakeDispatcher(COMMANDS).app.log,
    );
    const error = await refusalOf(starting);
    expect(error.message).toBe('Discord refused DISCORD_TOKEN (401).');
    expect(error.hint).toContain('Reset Token');
    expect(JSON.stringify([error.message, error.hint])).not.toContain(other);
  });

  test.each([
    [4004, /refused DISCORD_TOKEN/],
    [4014, /does not allow the bot’s intents/],
    [4011, /too many servers/],
  ])('with a connection that the gateway closes with %i', async (code, what) => {
    await against({ closeOnIdentify: code });
    const error = await refusalOf(startAgainst(twin, fakeDispatcher(COMMANDS)));
    expect(error.message).toMatch(what);
    expect(error.hint).not.toBe('');
  });

  test('with an API that does not answer', async () => {
    await against();
    const settings = { token: twin.world.token, apiUrl: 'http://127.0.0.1:1/api' };
    const error = await refusalOf(openTransport(settings, fakeDispatcher(COMMANDS).app.log));
    expect(error.message).toBe('Discord could not be reached: ECONNREFUSED.');
    expect(error.hint).toContain('DISCORD_API_URL');
  });

  test('with a gateway that does not answer, which is not tried for ever', async () => {
    const ended = vi.spyOn(Client.prototype, 'destroy');
    const deaf = createServer((socket) => socket.destroy());
    const port = await new Promise<number>((resolve) => {
      deaf.listen(0, '127.0.0.1', () => {
        const address = deaf.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    await against({ gatewayUrl: `ws://127.0.0.1:${port}/` });
    const settings = { token: twin.world.token, apiUrl: twin.apiUrl };
    const error = await refusalOf(openTransport(settings, fakeDispatcher(COMMANDS).app.log, 50));
    expect(error.message).toContain('its gateway did not answer');
    // A client that is destroyed tries no more.
    expect(ended).toHaveBeenCalledOnce();
    ended.mockRestore();
    deaf.close();
  });

  test('with no connections left for today', async () => {
    await against({ sessionsLeft: 0 });
    const error = await refusalOf(startAgainst(twin, fakeDispatcher(COMMANDS)));
    expect(error.message).toContain('1000 connections a day');
  });
});

describe('/probe', () => {
  const scopeOf = (scope: string) => twin.world.commands.get(scope) ?? [];
  const writes = () =>
    twin.asked.filter(({ method, path }) => method !== 'GET' && path.includes('/commands'));

  test('is registered once and left alone as long as nothing changes', async () => {
    await against();
    await (await startAgainst(twin, fakeDispatcher(COMMANDS))).stop();
    expect(writes()).toHaveLength(1);
    await (await startAgainst(twin, fakeDispatcher(COMMANDS))).stop();
    expect(writes()).toHaveLength(1);
    expect(twin.violations).toEqual([]);
  });

  test('is rewritten where a declaration changed, and no other command is touched', async () => {
    await against();
    twin.world.commands.set('global', [
      { id: '42', body: { name: 'other', description: 'theirs', type: 1 } },
    ]);
    await (await startAgainst(twin, fakeDispatcher(COMMANDS))).stop();
    await (await startAgainst(twin, fakeDispatcher(COMMANDS.slice(0, 1)))).stop();
    expect(writes().map(({ method }) => method)).toEqual(['POST', 'PATCH']);
    const [theirs, ours] = scopeOf('global');
    expect(theirs?.body).toMatchObject({ name: 'other' });
    expect(ours?.body.options).toMatchObject([{ name: 'ask' }]);
    expect(twin.violations).toEqual([]);
  });

  test('has one subcommand for each command, with options made from the declarations', async () => {
    await against();
    await (await startAgainst(twin, fakeDispatcher(COMMANDS))).stop();
    const [ours] = scopeOf('global');
    expect(ours?.body).toMatchObject({
      name: 'probe',
      contexts: [0, 1],
      integration_types: [0],
      options: [
        {
          type: 1,
          name: 'ask',
          options: [
            { type: 3, name: 'prompt', required: true },
            { type: 3, name: 'models', autocomplete: true },
            { type: 4, name: 'samples', min_value: 1, max_value: 50 },
            { type: 10, name: 'max-usd', min_value: 0, max_value: 9.5 },
            { type: 5, name: 'blind' },
          ],
        },
        {
          type: 1,
          name: 'show',
          options: [
            { type: 3, name: 'run', autocomplete: true },
            { type: 3, name: 'as', choices: [{ name: 'comparison' }, { name: 'answers' }] },
          ],
        },
      ],
    });
  });

  test('is registered in one server where that is set', async () => {
    await against();
    const { guild } = twin.world;
    await (await startAgainst(twin, fakeDispatcher(COMMANDS), guild)).stop();
    await (await startAgainst(twin, fakeDispatcher(COMMANDS), guild)).stop();
    expect(writes().map(({ path }) => path)).toEqual([
      `/applications/${twin.world.application}/guilds/${guild}/commands`,
    ]);
    expect(scopeOf('global')).toEqual([]);
  });

  test('waits for the invitation where the bot is not in that server yet', async () => {
    await against();
    twin.world.joined = false;
    const bot = await startAgainst(twin, fakeDispatcher(COMMANDS), twin.world.guild);
    expect(writes()).toHaveLength(0);
    twin.world.joined = true;
    twin.gateway.dispatch('GUILD_CREATE', guildObject(twin.world));
    await twin.until(() => writes().length === 1);
    await bot.stop();
  });
});
