import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import type { Store } from '../../core/store/store.ts';
import type { Desk } from '../desk.ts';
import type { Bot, Port } from '../port.ts';
import { createApp } from './app.ts';
import { createChannel } from './channel.ts';
import { findDocs } from './docs.ts';
import { keeper } from './keep.ts';
import { listen } from './listen.ts';
import { localPerson } from './person.ts';
import { type DrawSvg, gallery } from './pictures.ts';
import { createPort } from './port.ts';
import { createPrivate } from './private.ts';

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
 * @throws Problem where its port can't be used.
 */
export async function startLocal(
  desk: Desk,
  settings: LocalSettings,
): Promise<Bot & { readonly url: string; readonly port: Port }> {
  const keep = settings.store && keeper(settings.store);
  const channel = createChannel(await keep?.load());
  const surroundings = { draws: settings.drawSvg !== undefined };
  const privately = createPrivate(surroundings);
  const port = createPort({ channel, keeper: keep, commands: () => desk.lab.commands });
  let listening = settings.port;
  const app = createApp({
    desk,
    lab: desk.lab,
    port,
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
  await desk.adopt(port);
  return {
    says: `Local channel: ${url}`,
    url,
    port,
    stop: async () => {
      if (channel.closed) return;
      channel.close();
      opened.server.close();
      opened.server.closeAllConnections();
      await once(opened.server, 'close');
    },
  };
}
