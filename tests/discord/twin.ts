import { createServer } from 'node:http';
import { type Gateway, gateway } from './twin/gateway.ts';
import { type Asked, ok, read, refusal, type Told, write } from './twin/http.ts';
import { buttonsOf, click, slash, typing } from './twin/people.ts';
import { answer } from './twin/rest.ts';
import {
  addChannel,
  type Channel,
  createWorld,
  type Opened,
  type Stored,
  type World,
} from './twin/world.ts';

export type { Asked } from './twin/http.ts';
export { buttonsOf } from './twin/people.ts';
export type { Channel, Opened, Stored } from './twin/world.ts';

/** A refusal that a test asks for: the next `times` requests that fit get it instead of an answer. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly told: Told;
  times: number;
}

/** Discord on loopback: REST and a gateway, for one application in one server. */
export interface Twin {
  readonly world: World;
  readonly general: Channel;
  readonly gateway: Gateway;
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly asked: readonly Asked[];
  /** What Discord would have refused as malformed. A test expects it to be empty. */
  readonly violations: readonly string[];
  slash(
    command: string,
    values?: Readonly<Record<string, string | number | boolean>>,
    channel?: Channel,
  ): Opened;
  type(command: string, option: string, typed: string): Opened;
  /** Clicks the button with this label. */
  click(message: Stored, label: string): Opened;
  /** Clicks a button that no message has. */
  clickId(message: Stored, customId: string): Opened;
  /** Delivers an interaction again, as the gateway does after a lost connection. */
  again(opened: Opened): void;
  fail(fault: Omit<Fault, 'times'> & { readonly times?: number }): void;
  /** Messages in a channel that everybody there sees, the oldest first. */
  posts(channel?: Channel): readonly Stored[];
  /** Resolves with the first thing that `find` finds, now or after something happened. */
  until<T>(find: () => T | undefined | false): Promise<T>;
  /** Has `until` look again. */
  wake(): void;
  close(): Promise<void>;
}

export interface TwinOptions {
  readonly heartbeatMs?: number;
  /** Close code that answers every identify. */
  readonly closeOnIdentify?: number;
  /** Where the gateway is said to be, when not here. */
  readonly gatewayUrl?: string;
  readonly sessionsLeft?: number;
}

export async function startTwin(options: TwinOptions = {}): Promise<Twin> {
  const world = createWorld();
  const general = addChannel(world, 'general');
  const asked: Asked[] = [];
  const violations: string[] = [];
  const faultsAhead: Fault[] = [];
  const events = new Map<string, object>();
  let waiting: (() => void)[] = [];
  const changed = () => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  const server = createServer(async (request, response) => {
    const one = await read(request);
    write(response, tell(one));
    asked.push(one);
    changed();
  });
  const hub = gateway(
    server,
    world,
    {
      heartbeatMs: options.heartbeatMs ?? 45_000,
      closeOnIdentify: options.closeOnIdentify,
    },
    changed,
  );

  const tell = (one: Asked): Told => {
    const fault = faultsAhead.find(
      ({ method, path, times }) => times > 0 && method === one.method && path.test(one.path),
    );
    if (fault) {
      fault.times--;
      return fault.told;
    }
    const open = /^\/(interactions|webhooks)\//.test(one.path);
    if (!open && one.authorized !== `Bot ${world.token}`) {
      return refusal(401, 0, '401: Unauthorized');
    }
    return one.path === '/gateway/bot' ? ok(gatewayBot()) : answer(world, one, violations);
  };
  const gatewayBot = () => ({
    url: options.gatewayUrl ?? hub.url(),
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: options.sessionsLeft ?? 999,
      reset_after: 60_000,
      max_concurrency: 1,
    },
  });
  const deliver = ({ opened, event }: { opened: Opened; event: object }): Opened => {
    events.set(opened.id, event);
    hub.dispatch('INTERACTION_CREATE', event);
    return opened;
  };
  const channelOf = (message: Stored): Channel => {
    const found = world.channels.get(message.channel);
    if (!found) throw new Error('a message in no channel');
    return found;
  };

  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;

  return {
    world,
    general,
    gateway: hub,
    apiUrl: hub.url().replace(/^ws:(.*)\/gateway$/, 'http:$1/api'),
    asked,
    violations,
    slash: (command, values = {}, channel = general) =>
      deliver(slash(world, channel, command, values)),
    type: (command, option, typed) => deliver(typing(world, general, command, option, typed)),
    click(message, label) {
      const found = buttonsOf(message).find((button) => button.label === label);
      if (!found) throw new Error(`no button “${label}”`);
      return deliver(click(world, channelOf(message), message, found.id));
    },
    clickId: (message, customId) => deliver(click(world, channelOf(message), message, customId)),
    again: ({ id }) => hub.dispatch('INTERACTION_CREATE', events.get(id)),
    fail: (fault) => faultsAhead.push({ times: 1, ...fault }),
    posts: (channel = general) =>
      [...world.messages.values()].filter(
        (message) => message.channel === channel.id && !message.ephemeral && !message.deleted,
      ),
    async until(find) {
      for (;;) {
        const found = find();
        if (found) return found;
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.push(resolve);
        await promise;
      }
    },
    wake: changed,
    async close() {
      hub.close();
      server.closeAllConnections();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      await promise;
    },
  };
}
