import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { clientOptions } from '../send/client.ts';
import { slackLogger } from '../send/log.ts';
import type { SlackSettings } from '../settings.ts';
import { NAMES } from './names.ts';

/** The way in which deliveries come in. */
export interface Transport {
  readonly receiver: Receiver;
  /** Returns where it is reached, in a few words. @throws where Slack refuses, or the platform is taken. */
  open(): Promise<string>;
  close(): Promise<void>;
}

export function openTransport(settings: SlackSettings, log: Logger): Transport {
  return settings.mode === 'socket'
    ? socketConnection(settings, log)
    : httpConnection(settings, log);
}

type SettingsOf<Mode extends SlackSettings['mode']> = Extract<SlackSettings, { mode: Mode }>;

function httpConnection(settings: SettingsOf<'http'>, log: Logger): Transport {
  const receiver = new HTTPReceiver({
    signingSecret: settings.signingSecret,
    endpoints: [NAMES.endpoint],
    logger: slackLogger(log),
  });
  return {
    receiver,
    async open() {
      const server = await receiver.start(settings.port);
      return `HTTP on port ${portOf(server.address())}, ${NAMES.endpoint}`;
    },
    close: () => receiver.stop(),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}

const BACK_OFF_MS = { first: 500, most: 30_000 } as const;

/**
 * The library's own reconnecting waits five seconds before each try, and ends the process when Slack
 * refuses one; so it is off, and this tries again until closed.
 */
function socketConnection(settings: SettingsOf<'socket'>, log: Logger): Transport {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger: slackLogger(log),
    installerOptions: { clientOptions: clientOptions(settings.apiUrl, log) },
  });
  const closed = new AbortController();
  let reconnecting = false;

  return {
    receiver,
    async open() {
      await receiver.client.start();
      receiver.client.on('disconnected', () => void reconnect());
      return 'Socket Mode';
    },
    async close() {
      closed.abort();
      await receiver.client.disconnect();
    },
  };

  async function reconnect(): Promise<void> {
    if (reconnecting) return;
    reconnecting = true;
    for (let wait = 0; !closed.signal.aborted; wait = longer(wait)) {
      try {
        await delay(wait, undefined, { signal: closed.signal });
        await receiver.client.start();
        break;
      } catch (error) {
        if (!closed.signal.aborted) log.warn({ err: error }, 'Slack is not reached; trying again');
      }
    }
    reconnecting = false;
  }
}

function longer(wait: number): number {
  return Math.min(Math.max(wait * 2, BACK_OFF_MS.first), BACK_OFF_MS.most);
}
