import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import { connectSlack } from '../../bots/slack/receive/connect.ts';
import type { Ask } from '../../core/models/types.ts';
import { type Says, testApp } from '../fixtures/app.ts';
import { type Mode, settingsFor, started } from './started.ts';
import { click, mention, slash } from './twin/deliveries.ts';
import type { Call } from './twin/state.ts';
import { startTwin, type Twin } from './twin.ts';

const ASK =
  'ask “Why do humans crave sugar?” --models larch --personas assistant,pirate —samples 2';

async function setUp(mode: Mode, says: Says) {
  const { app, store } = await testApp({ says });
  const dispatcher = createDispatcher(app, store);
  const bot = await started(mode, dispatcher);
  const stop = async () => {
    await app.runs.stop();
    await dispatcher.stop();
    await bot.stop();
  };
  return { ...bot, app, stop };
}

/** Answers that a test lets through one at a time; a call that is aborted ends. */
function gate() {
  const waiting: ((text: string) => void)[] = [];
  let open = false;
  return {
    says: ({ signal }: Ask) =>
      new Promise<string | { outcome: 'failed'; reason: string }>((resolve) => {
        if (open) return resolve('Sweetness meant energy.');
        waiting.push(resolve);
        signal?.addEventListener('abort', () =>
          resolve({ outcome: 'failed', reason: 'cancelled' }),
        );
      }),
    release: (text: string) => waiting.shift()?.(text),
    releaseAll() {
      open = true;
      for (const resolve of waiting.splice(0)) resolve('Sweetness meant energy.');
    },
    close() {
      open = false;
    },
  };
}

/** The call that posted or edited a message so that it holds this text. */
function showing(twin: Twin, text: string, method = 'chat.update'): Promise<Call> {
  return twin.seen((call) => call.method === method && JSON.stringify(call.args).includes(text));
}

/** The command line that a button of a message carries. */
function lineOf(twin: Twin, ts: string, label: string): string {
  const blocks = JSON.stringify(twin.messages.get(ts)?.blocks);
  const found = new RegExp(`"text":"${label}"[^}]*},"value":"([^"]+)"`).exec(blocks);
  if (!found?.[1]) throw new Error(`no button “${label}” in ${blocks}`);
  return found[1];
}

/** The messages that stand in the channel itself, the oldest first. */
function inChannel(twin: Twin): readonly string[] {
  return [...twin.messages.values()].filter(({ thread_ts }) => !thread_ts).map(({ ts }) => ts);
}

function only(twin: Twin): string {
  return inChannel(twin)[0] ?? '';
}

describe.concurrent.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('from a slash command to a comparison, its answers, a rerun and a cancel', async () => {
    const models = gate();
    const { twin, deliver, stop } = await setUp(mode, models.says);
    await deliver(slash(twin, ASK));

    await showing(twin, '0 of 4', 'chat.postMessage');
    const ts = only(twin);
    models.release('Our bodies learned to prize it.');
    const progress = await showing(twin, '1 of 4');
    expect(JSON.stringify(progress.args)).toContain('Our bodies learned to prize it.');
    expect(lineOf(twin, ts, 'Cancel')).toMatch(/^cancel /);

    models.releaseAll();
    await showing(twin, '4 answers');
    expect([...twin.messages.keys()]).toEqual([ts]);
    expect(JSON.stringify(twin.messages.get(ts)?.blocks)).toContain('Sweetness meant energy.');

    await deliver(click(twin, lineOf(twin, ts, 'Full answers'), { ts }));
    await twin.seen(({ args }) => args.thread_ts === ts && /pirate/.test(String(args.text)));
    const replies = [...twin.messages.values()].filter(({ thread_ts }) => thread_ts === ts);
    expect(replies.map(({ text }) => text.split(' · ')[0])).toEqual([
      'larch / assistant',
      'larch / pirate',
    ]);

    models.close();
    await deliver(click(twin, lineOf(twin, ts, 'Rerun'), { ts }));
    await twin.seen(() => inChannel(twin).length === 2);
    const rerun = inChannel(twin)[1] ?? '';
    await deliver(click(twin, lineOf(twin, rerun, 'Cancel'), { ts: rerun }));
    await showing(twin, 'cancelled after');
    expect(lineOf(twin, rerun, 'Go on')).toMatch(/^resume /);

    expect(twin.rejections).toEqual([]);
    await stop();
  });
});

describe.concurrent('over Socket Mode', () => {
  test('a message that Slack rejects stands one step simpler, and a 429 is obeyed', async () => {
    const models = gate();
    const { twin, deliver, stop } = await setUp('socket', models.says);
    twin.fail('chat.postMessage', { error: 'invalid_blocks' }, { error: 'msg_blocks_too_long' });
    await deliver(slash(twin, ASK));
    await twin.seen(({ method }) => method === 'chat.postMessage' && twin.messages.size === 1);
    expect(JSON.stringify(twin.messages.get(only(twin))?.blocks)).toContain('"fields"');

    twin.fail('chat.update', { status: 429, headers: { 'retry-after': '1' } });
    models.release('Our bodies learned to prize it.');
    await twin.seen(({ method }) => method === 'chat.update');
    const refused = performance.now();
    await twin.seen(() => (twin.messages.get(only(twin))?.versions ?? 0) > 1);
    expect(performance.now() - refused).toBeGreaterThan(950);

    models.releaseAll();
    await showing(twin, '4 answers');
    expect(JSON.stringify(twin.messages.get(only(twin))?.blocks)).toContain('"table"');
    await stop();
  });

  test('a mistake is told to its maker alone, with the nearest match', async () => {
    const { twin, deliver, stop } = await setUp('socket', () => 'yes');
    await deliver(slash(twin, 'run wordz'));
    await showing(twin, 'Did you mean words?', 'respond');
    expect(twin.messages.size).toBe(0);
    await stop();
  });

  test('what is asked in a thread is shown in that thread', async () => {
    const { twin, deliver, stop } = await setUp('socket', () => 'yes');
    const thread_ts = '1700000001.000100';
    await deliver(mention(twin, '<@U0BOT> ask "hello &amp; who?" --models larch', { thread_ts }));
    const { args } = await twin.seen(({ method }) => method === 'chat.postMessage');
    expect(args.thread_ts).toBe(thread_ts);
    expect(JSON.stringify(args.blocks)).toContain('hello & who?');
    await stop();
  });

  test('a delivery that comes twice is one run', async () => {
    const { twin, deliver, stop } = await setUp('socket', () => 'yes');
    const once = slash(twin, ASK);
    await Promise.all([deliver(once), deliver(once)]);
    await showing(twin, '4 answers');
    await deliver(once);
    await deliver(slash(twin, 'run wordz'));
    await showing(twin, 'Did you mean words?', 'respond');
    expect(twin.messages.size).toBe(1);
    await stop();
  });

  test('after a restart a run goes on in the same message', async () => {
    const twin = await startTwin();
    const models = gate();
    const first = await testApp({ says: models.says });
    const dispatcher = createDispatcher(first.app, first.store);
    const bot = await connectSlack(dispatcher, settingsFor('socket', twin));
    void twin.send(slash(twin, ASK));
    await showing(twin, '0 of 4', 'chat.postMessage');
    models.release('Our bodies learned to prize it.');
    await showing(twin, '1 of 4');
    await first.app.runs.stop();
    await dispatcher.stop();
    await bot.stop();

    const second = await testApp({ says: () => 'Sweetness meant energy.', store: first.store });
    const newDispatcher = createDispatcher(second.app, second.store);
    const newBot = await connectSlack(newDispatcher, settingsFor('socket', twin));
    await showing(twin, '4 answers');
    expect(twin.messages.size).toBe(1);
    expect(second.asks).toHaveLength(3);
    await newDispatcher.stop();
    await newBot.stop();
    await twin.stop();
  });
});
