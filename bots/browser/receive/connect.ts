import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import type { Store } from '../../../core/store/store.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Bot } from '../../platform.ts';
import { createChannel } from '../send/channel.ts';
import { createMessageStore } from '../send/message-store.ts';
import { type DrawSvg, gallery } from '../send/pictures.ts';
import { browserPlatform, CHANNEL } from '../send/platform.ts';
import { createPrivateReplies } from '../send/reply-privately.ts';
import type { BrowserSettings } from '../settings.ts';
import { findDocs } from './docs.ts';
import { createRoutes } from './listen.ts';
import { localPerson } from './person.ts';
import { openTransport } from './transport.ts';

export interface BrowserOptions {
  /** Keeps the messages over a restart; absent: they are forgotten. */
  readonly store?: Pick<Store, 'namespace' | 'index'> | undefined;
  /** Absent: the table beside a picture stands alone. */
  readonly drawSvg?: DrawSvg | undefined;
}

/**
 * Opens the channel for browsers on this machine.
 * @throws UserError where it can't listen.
 */
export async function connectBrowser(
  dispatcher: Dispatcher,
  settings: BrowserSettings,
  { store, drawSvg }: BrowserOptions = {},
): Promise<Bot & { readonly url: string }> {
  const messages = store && createMessageStore(store);
  const channel = createChannel(await messages?.load());
  const surroundings = { draws: drawSvg !== undefined };
  const privateReplies = createPrivateReplies(surroundings);
  const platform = browserPlatform({
    channel,
    store: messages,
    commands: () => dispatcher.app.commands,
  });
  let listening = settings.port;
  const app = createRoutes({
    dispatcher,
    app: dispatcher.app,
    platform,
    channel,
    privateReplies,
    surroundings,
    who: localPerson(settings.name),
    docs: await findDocs(),
    listening: () => listening,
    gallery: drawSvg && gallery(drawSvg, () => [...channel.since(0), ...privateReplies.all()]),
  });
  const opened = await openTransport(getRequestListener(app.fetch), settings);
  listening = opened.port;
  const url = `http://127.0.0.1:${listening}/`;
  await dispatcher.adopt(platform);
  return {
    banner: `Local channel: ${url}`,
    url,
    platform,
    welcomeChannel: CHANNEL,
    stop: async () => {
      if (channel.closed) return;
      channel.close();
      opened.server.close();
      opened.server.closeAllConnections();
      await once(opened.server, 'close');
    },
  };
}
