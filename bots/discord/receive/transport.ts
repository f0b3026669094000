import {
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  type RateLimitData,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Logger } from 'pino';
import { facts } from '../send/api-error.ts';
import { unreachable } from '../send/explain-error.ts';
import type { DiscordSettings } from '../settings.ts';
import { explainClose, explainLoginError } from './connection-errors.ts';

/** A client that is logged in and has its servers. */
export interface Transport {
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** Long enough for a slow network; without an end, an unreachable gateway is tried for ever. */
const CONNECT_TIMEOUT_MS = 30_000;

/** Logs in and waits until interactions can arrive. @throws UserError with the next step */
export async function openTransport(
  settings: DiscordSettings,
  log: Logger,
  timeoutMs = CONNECT_TIMEOUT_MS,
): Promise<Transport> {
  let closed = false;
  const client = new Client({
    // Slash commands and buttons arrive without any privileged intent.
    intents: [GatewayIntentBits.Guilds],
    // So that an interaction brings the channel that it came from, be it a thread or a direct message.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: settings.apiUrl, rejectOnRateLimit: isEdit },
    // Nothing here needs a server that is slow to come: its interactions arrive all the same.
    waitGuildTimeout: 1000,
    ws: {
      // discord.js may be between two attempts to connect when it is destroyed, and then goes on trying:
      // what it asks for before each attempt never comes once we have closed.
      buildStrategy(manager) {
        const { retrieveSessionInfo } = manager.options;
        manager.options.retrieveSessionInfo = (shard) =>
          closed ? new Promise(() => {}) : retrieveSessionInfo(shard);
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  const close = () => {
    closed = true;
    client.removeAllListeners(Events.ShardReconnecting);
    return client.destroy();
  };
  watch(client, log);
  try {
    await ready(client, settings, timeoutMs);
    if (client.isReady()) return { client, close };
    throw new Error('ready, but not logged in');
  } catch (error) {
    await close();
    throw error;
  }
}

/** Edits are never queued: of many states of a message only the latest is worth sending. */
function isEdit({ method, route }: RateLimitData): boolean {
  return method.toUpperCase() === 'PATCH' && route.endsWith('/messages/:id');
}

async function ready(client: Client, settings: DiscordSettings, timeoutMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const tooLong = () => reject(unreachable('its gateway did not answer'));
  const timer = setTimeout(tooLong, timeoutMs);
  client.once(Events.ClientReady, () => resolve());
  client.once(Events.ShardDisconnect, ({ code }) => reject(explainClose(code)));
  client.login(settings.token).catch((error) => reject(explainLoginError(error)));
  try {
    await promise;
  } finally {
    clearTimeout(timer);
  }
}

/** Logs what happens to the connection later on; discord.js reconnects by itself. */
function watch(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error(facts(error), 'discord: an error'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord: a warning'));
  client.on(Events.ShardError, (error) => log.warn(facts(error), 'discord: connection error'));
  client.on(Events.ShardReconnecting, () => log.info('discord: connection lost, reconnecting'));
  client.on(Events.ShardResume, () => log.info('discord: connection resumed'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const { message, hint } = explainClose(code);
    log.error({ code, next: hint }, `discord: ${message}`);
  });
}
