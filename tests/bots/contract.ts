import { describe, expect, onTestFinished, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../bots/dispatcher.ts';
import type { Bot } from '../../bots/platform.ts';
import type { Message, View } from '../../core/views/view.ts';
import { type Says, testApp, untilAborted } from '../fixtures/app.ts';
import { probeDone } from '../fixtures/views.ts';

/** A person's act: a command with its options, and the same as a line to type. */
export interface Act {
  readonly command: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly line: string;
}

/** A platform that was started against a twin of it, seen from outside. */
export interface Driven {
  readonly bot: Bot;
  /** The platform's own id of the channel in which the person acts. */
  readonly channel: string;
  /** Does something as a person. @returns delivers the same again; absent where that cannot happen. */
  act(act: Act): Promise<{ readonly again?: (() => Promise<unknown>) | undefined }>;
  /** The texts that everybody in the channel sees, the oldest first. */
  posts(): Promise<readonly string[]>;
  /** The texts in the threads of the channel. */
  replies(): Promise<readonly string[]>;
  /** The texts that only the person who acted sees. */
  privately(): Promise<readonly string[]>;
  /** All that a reader can open: every text and every file. */
  everything(): Promise<string>;
  /** Whatever in the messages would ping somebody, lead away or steer the screen. */
  harms(): Promise<readonly string[]>;
  /** Completions of what was typed for an option; absent where the platform has its own. */
  complete?:
    | ((command: string, option: string, typed: string) => Promise<readonly string[]>)
    | undefined;
  /** Can a person still reach it? */
  isReachable(): Promise<boolean>;
  /** Stops the bot and its twin, if they are not stopped yet. */
  stop(): Promise<void>;
}

export interface Driver {
  /** Sends are shown to one person alone, so that there is no channel to keep them out of. */
  readonly isForOne?: boolean;
  /** @param options.refusesRich the platform takes no rich form of the next message. */
  start(dispatcher: Dispatcher, options: { readonly refusesRich: boolean }): Promise<Driven>;
}

/** Holds a platform to what bots/platform.ts says of it. */
export function testPlatform(name: string, driver: Driver): void {
  describe(`the contract, by ${name}`, () => {
    test('posts a run and edits its message until the run has ended', async () => {
      const { act, posts, dispatcher, go } = await set({ waits: true });
      await act('ask', { prompt: 'hello there', models: 'larch', samples: 1 });
      const before = await posts();
      expect(before).toHaveLength(1);
      expect(before[0]).toContain('hello there');
      expect(before[0]).not.toContain('It is sweet.');
      go();
      await dispatcher.stop();
      const after = await posts();
      expect(after.at(-1)).toContain('It is sweet.');
      if (!driver.isForOne) expect(after).toHaveLength(1);
    });

    test('replies privately', async () => {
      const { act, posts, privately } = await set();
      await act('explain', { probe: 'words' });
      expect((await privately()).join()).toContain('does it say');
      if (!driver.isForOne) expect(await posts()).toEqual([]);
    });

    test('posts what belongs to a message into its thread', async () => {
      const { act, posts, replies, dispatcher } = await set();
      await act('ask', { prompt: 'hello there', models: 'larch,rowan', samples: 1 });
      await dispatcher.stop();
      const before = await posts();
      await act('show', { as: 'answers' });
      expect((await replies()).filter((text) => text.includes('It is sweet.'))).toHaveLength(2);
      if (!driver.isForOne) expect(await posts()).toHaveLength(before.length);
    });

    test('says what was wrong, and what to do, to the person alone', async () => {
      const { act, posts, privately } = await set();
      await act('run', { probe: 'wordz' });
      const said = (await privately()).join();
      expect(said).toContain('No probe is called “wordz”.');
      expect(said).toContain('Did you mean words?');
      if (!driver.isForOne) expect(await posts()).toEqual([]);
    });

    test('acts once on a delivery that comes again', async () => {
      const { act, posts, asks, dispatcher } = await set();
      const { again } = await act('ask', { prompt: 'hello there', models: 'larch', samples: 1 });
      await again?.();
      await dispatcher.stop();
      await again?.();
      await act('personas', {});
      await dispatcher.stop();
      expect(asks).toHaveLength(1);
      if (!driver.isForOne) expect(await posts()).toHaveLength(1);
    });

    test('lets no text ping, lead away or steer the screen', async () => {
      const { post, act, everything, harms } = await set({ says: HOSTILE });
      for (const message of hostileMessages()) await post(message);
      await act('run', { probe: HOSTILE });
      expect(await everything()).toContain('everyone');
      expect(await harms()).toEqual([]);
    });

    test('loses nothing of what is too long', async () => {
      const { post, everything } = await set();
      await post({ view: textView(`${'word '.repeat(6000)}the very end`) });
      expect(await everything()).toContain('the very end');
    });

    test('shows a simpler form where the rich one is refused', async () => {
      const { post, posts } = await set({ refusesRich: true });
      await post({ view: probeDone });
      const [shown] = await posts();
      expect(shown).toContain('a difference of 37 points');
      expect(shown).toContain('rowan');
    });

    test('completes what is typed for an option', async () => {
      const { complete } = await set();
      if (!complete) return;
      expect(await complete('run', 'probe', 'wo')).toContain('words');
      expect(await complete('ask', 'personas', 'assistant,pi')).toEqual(['assistant,pirate']);
      expect(await complete('run', 'probe', 'nothing like it')).toEqual([]);
    });

    test('stops, and a run under way can go on later', async () => {
      const { act, app, dispatcher, isReachable, stop } = await set({ waits: true });
      expect(await isReachable()).toBe(true);
      await act('ask', { prompt: 'hello there', models: 'larch', samples: 1 });
      await app.runs.stop();
      await dispatcher.stop();
      await stop();
      expect(await isReachable()).toBe(false);
      expect(await app.runs.interrupted()).toHaveLength(1);
    });

    interface Setting {
      readonly says?: string;
      /** The model answers when `go` is called, or never. */
      readonly waits?: boolean;
      readonly refusesRich?: boolean;
    }

    async function set({
      says = 'It is sweet.',
      waits = false,
      refusesRich = false,
    }: Setting = {}) {
      const gate = Promise.withResolvers<void>();
      const answer: Says = async (ask) => {
        if (!waits) return says;
        return Promise.race([gate.promise.then(() => says), untilAborted(ask)]);
      };
      const { app, store, asks } = await testApp({ says: answer });
      const inner = createDispatcher(app, store);
      /** Resolves when the next invocation has been handled. */
      let handled = Promise.withResolvers<void>();
      const dispatcher: Dispatcher = {
        ...inner,
        handle: async (...given) => {
          const outcome = await inner.handle(...given);
          if (outcome.kind !== 'repeated') handled.resolve();
          return outcome;
        },
      };
      const driven = await driver.start(dispatcher, { refusesRich });
      let stopped = false;
      const stop = async () => {
        if (stopped) return;
        stopped = true;
        await driven.stop();
      };
      onTestFinished(async () => {
        await app.runs.stop();
        await inner.stop();
        await stop();
      });
      const act = async (command: string, values: Act['values']) => {
        handled = Promise.withResolvers();
        const options = Object.entries(values).map(([option, value]) => ` --${option} "${value}"`);
        const acted = await driven.act({ command, values, line: command + options.join('') });
        await handled.promise;
        return acted;
      };
      const post = (message: Message) =>
        driven.bot.platform.post({ channel: driven.channel }, message);
      return { ...driven, app, asks, dispatcher, act, post, stop, go: () => gate.resolve() };
    }
  });
}

const textView = (text: string): View => ({
  state: 'done',
  blocks: [{ kind: 'text', text }],
  actions: [],
});

/** Everything that some platform acts on. */
const HOSTILE = [
  '@everyone @here <!channel> <!everyone> <@U0ADA> <@1234567890> <@&1234567890> <#C0GENERAL>',
  '<https://evil.example|click> [click](https://evil.example) https://evil.example',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> <a href="https://evil.example">x</a>',
  '\u001b[31m\u001b]8;;https://evil.example\u0007\u009b2J \u202egnp.exe\u202c',
].join('\n');

function hostileMessages(): readonly Message[] {
  const text = HOSTILE;
  return [
    { view: textView(text) },
    {
      view: {
        state: 'done',
        blocks: [
          { kind: 'heading', text },
          { kind: 'quote', text },
          { kind: 'code', text },
          { kind: 'note', text },
          { kind: 'list', items: [{ label: text, text }] },
          {
            kind: 'table',
            caption: text,
            header: [{ text, align: 'left' }],
            rows: [{ cells: [text] }],
          },
          {
            kind: 'columns',
            columns: [
              { model: text, persona: text, colour: 0, cells: [{ state: 'answered', text }] },
            ],
          },
        ],
        actions: [{ label: text, line: 'history', style: 'plain' }],
      },
      files: [{ name: `${text}.txt`, mime: 'text/plain', content: 'a file' }],
    },
  ];
}
