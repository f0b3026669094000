import {
  Client,
  GatewayCloseCodes as Close,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  HTTPError,
  type IShardingStrategy,
  type RateLimitData,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Logger } from 'pino';
import { Problem } from '../../core/problem.ts';
import { facts } from './errors.ts';
import type { DiscordSettings } from './settings.ts';

/** A client that is logged in and has its servers. */
export interface Connection {
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** Long enough for a slow network; without an end, an unreachable gateway is tried for ever. */
const PATIENCE_MS = 30_000;

/** Logs in and waits until interactions can arrive. @throws Problem with the next step */
export async function connect(
  settings: DiscordSettings,
  log: Logger,
  patienceMs = PATIENCE_MS,
): Promise<Connection> {
  const strategies: IShardingStrategy[] = [];
  const client = new Client({
    // Slash commands and buttons arrive without any privileged intent.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: settings.apiUrl, rejectOnRateLimit: isEdit },
    // Nothing here needs a server that is slow to come: its interactions arrive all the same.
    waitGuildTimeout: 1000,
    ws: {
      buildStrategy(manager) {
        const strategy = new SimpleShardingStrategy(manager);
        strategies.push(strategy);
        return strategy;
      },
    },
  });
  const close = async () => {
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
    // A shard that was between two attempts has missed that, and would go on trying.
    await Promise.all(strategies.map((strategy) => strategy.destroy({ reason: 'closed' })));
  };
  watch(client, log);
  try {
    await ready(client, settings, patienceMs);
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

async function ready(client: Client, settings: DiscordSettings, patienceMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const tooLong = () => reject(unreachable('its gateway did not answer'));
  const timer = setTimeout(tooLong, patienceMs);
  client.once(Events.ClientReady, () => resolve());
  client.once(Events.ShardDisconnect, ({ code }) => reject(closedProblem(code)));
  client.login(settings.token).catch((error) => reject(loginProblem(error)));
  try {
    await promise;
  } finally {
    clearTimeout(timer);
  }
}

/** What happens to the connection later on goes to the log; discord.js reconnects by itself. */
function watch(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error(facts(error), 'discord: an error'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord: a warning'));
  client.on(Events.ShardError, (error) => log.warn(facts(error), 'discord: connection error'));
  client.on(Events.ShardReconnecting, () => log.info('discord: connection lost, reconnecting'));
  client.on(Events.ShardResume, () => log.info('discord: connection resumed'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const { message, next } = closedProblem(code);
    log.error({ code, next }, `discord: ${message}`);
  });
}
