import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type BrowserOptions, connectBrowser } from '../../bots/browser/receive/connect.ts';
import type { Answer } from '../../bots/browser/send/wire.ts';
import { createDispatcher, type Dispatcher } from '../../bots/dispatcher.ts';
import type { Bot } from '../../bots/platform.ts';
import type { App } from '../../core/app/app.ts';
import { openStore } from '../../core/store/open.ts';
import type { Store } from '../../core/store/store.ts';
import { type Says, testApp } from '../fixtures/app.ts';

export interface Opened {
  readonly bot: Bot & { readonly url: string };
  readonly app: App;
  readonly dispatcher: Dispatcher;
  readonly store: Store;
  /** Posts as the channel's own page does. */
  send(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends a deed and reads what came of it. */
  act(deed: object): Promise<Answer>;
  page(path?: string): Promise<string>;
}

export interface OpenOptions extends Omit<BrowserOptions, 'store'> {
  readonly says?: Says;
  readonly config?: string;
  /** Kept over a restart. */
  readonly keeps?: Store;
}

/** The local channel over a real dispatcher and app, whose models are functions. Closed with the test. */
export async function openLocal(options: OpenOptions = {}): Promise<Opened> {
  const { says = () => 'An answer.', config, keeps, ...more } = options;
  const store = keeps ?? (await openStore('memory:'));
  const { app } = await testApp({ says, store, ...(config === undefined ? {} : { config }) });
  const dispatcher = createDispatcher(app, store);
  const bot = await connectBrowser(dispatcher, { port: 0 }, { store, ...more });
  onTestFinished(async () => {
    await app.runs.stop();
    await dispatcher.stop();
    await bot.stop();
  });
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL(path, bot.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: new URL(bot.url).origin,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    bot,
    app,
    dispatcher,
    store,
    send,
    act: async (deed) => {
      const response = await send('/commands', { id: randomUUID(), ...deed });
      return response.json() as Promise<Answer>;
    },
    page: async (path = '/') => (await fetch(new URL(path, bot.url))).text(),
  };
}

/** Waits for the run that a channel's latest message shows, and for its last edit. */
export async function ended({ app, dispatcher }: Opened): Promise<string> {
  const [latest] = await app.runs.recent({ limit: 1 });
  if (!latest) throw new Error('nothing was run');
  for await (const _ of app.runs.follow(latest.runId));
  await dispatcher.stop();
  return latest.runId;
}
