import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import type { Store } from '../../core/store/store.ts';
import type { Dispatcher } from '../dispatcher.ts';
import type { Bot, Platform } from '../platform.ts';
import { findDocs } from './receive/docs.ts';
import { listen } from './receive/listen.ts';
import { localPerson } from './receive/person.ts';
import { createApp } from './receive/routes.ts';
import { createChannel } from './send/channel.ts';
import { keeper } from './send/keep.ts';
import { type DrawSvg, gallery } from './send/pictures.ts';
import { createPort } from './send/platform.ts';
import { createPrivate } from './send/private.ts';

export interface LocalSettings {
  /** 0: any free one. */
  readonly port: number;
  /** Tries the ports after it where it is in use. */
  readonly orNext?: boolean | undefined;
  /** Keeps the messages over a restart; absent: they are forgotten. */
  readonly store?: Pick<Store, 'namespace' | 'index'> | undefined;
  /** Absent: the table beside a picture stands alone. */
  readonly drawSvg?: DrawSvg | undefined;
}

/**
 * Opens the channel for browsers on this machine.
 * @throws UserError where its platform can't be used.
 */
export async function startLocal(
  dispatcher: Dispatcher,
  settings: LocalSettings,
): Promise<Bot & { readonly url: string; readonly platform: Platform }> {
  const keep = settings.store && keeper(settings.store);
  const channel = createChannel(await keep?.load());
  const surroundings = { draws: settings.drawSvg !== undefined };
  const privately = createPrivate(surroundings);
  const platform = createPort({ channel, keeper: keep, commands: () => dispatcher.app.commands });
  let listening = settings.port;
  const app = createApp({
    dispatcher,
    app: dispatcher.app,
    platform,
    channel,
    privately,
    surroundings,
    who: localPerson(),
    docs: await findDocs(),
    listening: () => listening,
    gallery:
      settings.drawSvg &&
      gallery(settings.drawSvg, () => [...channel.since(0), ...privately.all()]),
  });
  const opened = await listen(getRequestListener(app.fetch), settings);
  listening = opened.port;
  const url = `http://127.0.0.1:${listening}/`;
  await dispatcher.adopt(platform);
  return {
    says: `Local channel: ${url}`,
    url,
    platform,
    stop: async () => {
      if (channel.closed) return;
      channel.close();
      opened.server.close();
      opened.server.closeAllConnections();
      await once(opened.server, 'close');
    },
  };
}
