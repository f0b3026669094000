import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createDesk, type Desk } from '../../bots/desk.ts';
import { type LocalSettings, startLocal } from '../../bots/local/start.ts';
import type { Answer } from '../../bots/local/wire.ts';
import type { Bot, Port } from '../../bots/port.ts';
import type { Lab } from '../../core/lab.ts';
import { openStore } from '../../core/store/open.ts';
import type { Store } from '../../core/store/store.ts';
import { type Says, testLab } from '../fixtures/lab.ts';

export interface Opened {
  readonly bot: Bot & { readonly url: string; readonly port: Port };
  readonly lab: Lab;
  readonly desk: Desk;
  readonly store: Store;
  /** Posts as the channel's own page does. */
  send(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends a deed and reads what came of it. */
  act(deed: object): Promise<Answer>;
  page(path?: string): Promise<string>;
}

export interface OpenOptions extends Partial<LocalSettings> {
  readonly says?: Says;
  readonly config?: string;
  /** Kept over a restart. */
  readonly keeps?: Store;
}

/** The local channel over a real desk and lab, whose models are functions. Closed with the test. */
export async function openLocal(options: OpenOptions = {}): Promise<Opened> {
  const { says = () => 'An answer.', config, keeps, ...settings } = options;
  const store = keeps ?? (await openStore('memory:'));
  const { lab } = await testLab({ says, store, ...(config === undefined ? {} : { config }) });
  const desk = createDesk(lab, store);
  const bot = await startLocal(desk, { port: 0, store, ...settings });
  onTestFinished(async () => {
    await lab.runs.stop();
    await desk.stop();
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
    lab,
    desk,
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
export async function ended({ lab, desk }: Opened): Promise<string> {
  const [latest] = await lab.runs.recent({ limit: 1 });
  if (!latest) throw new Error('nothing was run');
  for await (const _ of lab.runs.follow(latest.run));
  await desk.stop();
  return latest.run;
}
