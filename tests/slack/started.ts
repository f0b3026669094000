import type { Dispatcher } from '../../bots/dispatcher.ts';
import type { Bot } from '../../bots/platform.ts';
import { connectSlack, type SlackOptions } from '../../bots/slack/receive/connect.ts';
import type { SlackSettings } from '../../bots/slack/settings.ts';
import { type Delivered, postSigned } from './twin/deliveries.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startTwin, type Twin } from './twin.ts';

export type Mode = SlackSettings['mode'];

export interface Started {
  readonly twin: Twin;
  readonly bot: Bot;
  readonly says: string;
  /** Where HTTP deliveries go. */
  readonly url: string;
  /** Delivers in the mode that was started; resolves with what the acknowledgement carried. */
  deliver(delivered: Delivered): Promise<unknown>;
  stop(): Promise<void>;
}

export function settingsFor(mode: Mode, twin: Twin): SlackSettings {
  const common = { botToken: BOT_TOKEN, apiUrl: twin.apiUrl };
  return mode === 'socket'
    ? { ...common, mode, appToken: APP_TOKEN }
    : { ...common, mode, signingSecret: SIGNING_SECRET, port: 0 };
}

/** The real bot on bolt, connected to a twin of Slack on loopback. */
export async function started(
  mode: Mode,
  dispatcher: Dispatcher,
  options?: SlackOptions,
): Promise<Started> {
  const twin = await startTwin();
  const bot = await connectSlack(dispatcher, settingsFor(mode, twin), options);
  const [, port] = /port (\d+)/.exec(bot.banner) ?? [];
  const url = `http://127.0.0.1:${port}/slack/events`;
  return {
    twin,
    bot,
    says: bot.banner,
    url,
    async deliver(delivered) {
      if (mode === 'socket') return twin.send(delivered);
      const response = await postSigned(url, delivered);
      if (!response.ok) throw new Error(`HTTP status ${response.status}`);
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    },
    async stop() {
      await bot.stop();
      await twin.stop();
    },
  };
}
