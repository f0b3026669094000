import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { COMMANDS } from './commands.ts';
import { type Started, started } from './started.ts';
import {
  click,
  mention,
  pick,
  shortcut,
  slash,
  submission,
  suggestion,
} from './twin/deliveries.ts';

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  let dispatcher: ReturnType<typeof fakeDispatcher>;
  let bot: Started;
  beforeEach(async () => {
    dispatcher = fakeDispatcher(COMMANDS);
    bot = await started(mode, dispatcher);
  });
  afterEach(async () => {
    expect(bot.twin.rejections).toEqual([]);
    await bot.stop();
  });

  test('a slash command reaches the dispatcher as it was typed', async () => {
    const typed = 'ask &lt;b&gt; “why?” &amp; <@U0ADA|ada> <https://a.example|a.example>';
    await bot.deliver(slash(bot.twin, typed));
    const invocation = await dispatcher.next();
    expect(invocation).toMatchObject({
      request: { line: 'ask <b> “why?” & @ada a.example' },
      who: { id: 'slack:T0TEAM:U0ADA', name: 'ada' },
      channel: 'C0GENERAL',
    });
    expect(invocation.thread).toBeUndefined();
  });

  test('it is acknowledged while the dispatcher is still at work', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    dispatcher.onHandle = () => promise;
    await bot.deliver(slash(bot.twin, 'ask why'));
    expect(bot.twin.calls.map((call) => call.method)).not.toContain('chat.postMessage');
    resolve();
    await dispatcher.next();
  });

  test('the same delivery twice has the same id; two deliveries have two', async () => {
    const first = slash(bot.twin, 'ask why');
    const event = mention(bot.twin, '<@U0BOT> ask why');
    for (const one of [first, first, slash(bot.twin, 'ask why'), event, event]) {
      await bot.deliver(one);
    }
    const ids: unknown[] = [];
    for (let n = 0; n < 5; n++) ids.push((await dispatcher.next()).id);
    expect(new Set(ids).size).toBe(3);
  });

  test('a mention in a thread is answered in that thread', async () => {
    await bot.deliver(mention(bot.twin, '<@U0BOT> ask why', { thread_ts: '1700000001.000100' }));
    expect(await dispatcher.next()).toMatchObject({
      request: { line: 'ask why' },
      who: { name: 'ada' },
      thread: { channel: 'C0GENERAL', ts: '1700000001.000100' },
    });
  });

  test('a bare mention asks for help, and another bot is not heard', async () => {
    await bot.deliver(mention(bot.twin, '<@U0BOT> ask why', { bot_id: 'B0OTHER' }));
    await bot.deliver(mention(bot.twin, 'hello <@U0BOT>'));
    await bot.deliver(mention(bot.twin, ' <@U0BOT> '));
    await bot.deliver(mention(bot.twin, '<@U0BOT> /probe models'));
    const lines = [await dispatcher.next(), await dispatcher.next(), await dispatcher.next()].map(
      ({ request }) => request,
    );
    expect(lines).toEqual([{ line: 'hello' }, { line: 'help' }, { line: 'models' }]);
  });

  test('a button carries its line; in a thread the answer goes there', async () => {
    const root = { ts: '1700000001.000100', thread_ts: '1700000001.000100' };
    await bot.deliver(click(bot.twin, 'rerun 7f3a', root));
    await bot.deliver(click(bot.twin, 'rerun 7f3b', { ...root, ts: '1700000002.000100' }));
    expect(await dispatcher.next()).toMatchObject({
      request: { line: 'rerun 7f3a' },
      thread: undefined,
    });
    expect(await dispatcher.next()).toMatchObject({
      request: { line: 'rerun 7f3b' },
      thread: { channel: 'C0GENERAL', ts: '1700000001.000100' },
    });
  });

  test('without arguments a modal opens; another command changes its inputs', async () => {
    await bot.deliver(slash(bot.twin, '  '));
    const opened = await bot.twin.seen((call) => call.method === 'views.open');
    expect(JSON.stringify(opened.args.view)).toContain('option:ask:prompt');

    const [view] = bot.twin.views.values();
    await bot.deliver(pick(bot.twin, view ?? {}, 'run'));
    const updated = await bot.twin.seen((call) => call.method === 'views.update');
    expect(JSON.stringify(updated.args.view)).toContain('option:run:probe');
    expect(JSON.stringify(updated.args.view)).not.toContain('option:ask:prompt');
    expect(dispatcher.handled).toEqual([]);
  });

  test('the modal opens once for a delivery that comes twice', async () => {
    const empty = slash(bot.twin, '');
    await bot.deliver(empty);
    await bot.deliver(empty);
    await bot.deliver(slash(bot.twin, 'models'));
    expect((await dispatcher.next()).request).toEqual({ line: 'models' });
    expect(bot.twin.views.size).toBe(1);
  });

  test('where the modal cannot open, help is shown instead', async () => {
    bot.twin.fail('views.open', { error: 'expired_trigger_id' });
    await bot.deliver(slash(bot.twin, ''));
    expect((await dispatcher.next()).request).toEqual({ line: 'help' });
  });

  test('a form is a command with its values', async () => {
    await bot.deliver(slash(bot.twin, ''));
    await bot.twin.seen((call) => call.method === 'views.open');
    const [view] = bot.twin.views.values();
    const chosen = (value: string) => ({ value, text: { type: 'plain_text', text: value } });
    await bot.deliver(
      submission(bot.twin, view ?? {}, {
        command: { type: 'static_select', selected_option: chosen('ask') },
        'option:ask:prompt': { type: 'plain_text_input', value: 'Why “sugar”?' },
        'option:ask:models': {
          type: 'multi_external_select',
          selected_options: [chosen('larch'), chosen('rowan')],
        },
        'option:ask:samples': { type: 'number_input', value: '3' },
        'option:ask:temperature': { type: 'number_input', value: '0.5' },
        'option:ask:blind': { type: 'checkboxes', selected_options: [chosen('yes')] },
        'option:ask:as': { type: 'static_select', selected_option: chosen('rows') },
        'option:ask:follow-up': { type: 'external_select', selected_option: null },
      }),
    );
    expect(await dispatcher.next()).toMatchObject({
      request: {
        command: 'ask',
        values: {
          prompt: 'Why “sugar”?',
          models: 'larch,rowan',
          samples: 3,
          temperature: 0.5,
          blind: true,
          as: 'rows',
        },
      },
      who: { id: 'slack:T0TEAM:U0ADA' },
      channel: 'C0GENERAL',
    });
  });

  test('a select of the modal is completed by the dispatcher, in the acknowledgement', async () => {
    dispatcher.choices = [
      { label: 'Larch '.repeat(40), value: 'larch' },
      { label: 'too long to carry', value: 'x'.repeat(151) },
    ];
    const answer = await bot.deliver(suggestion(bot.twin, {}, 'option:ask:models', 'la'));
    expect(dispatcher.completions).toEqual([['ask', 'models', 'la']]);
    expect(answer).toMatchObject({ options: [{ value: 'larch' }] });
  });

  test('the message shortcut brings the message into the modal, and the answer to its thread', async () => {
    await bot.deliver(shortcut(bot.twin, 'Is &lt;this&gt; so?'));
    const { args } = await bot.twin.seen((call) => call.method === 'views.open');
    expect(JSON.stringify(args.view)).toContain('Is <this> so?');
    const [view] = bot.twin.views.values();
    await bot.deliver(
      submission(bot.twin, view ?? {}, {
        command: { type: 'static_select', selected_option: { value: 'ask' } },
        'option:ask:prompt': { type: 'plain_text_input', value: 'Is <this> so?' },
      }),
    );
    expect((await dispatcher.next()).thread).toEqual({
      channel: 'C0GENERAL',
      ts: '1700000080.000100',
    });
  });

  test('nothing that was written or is secret is logged', async () => {
    await bot.deliver(slash(bot.twin, 'ask something private'));
    await dispatcher.next();
    expect(dispatcher.logged.join('\n')).not.toMatch(/private|xoxb|xapp|8f742231b10e/);
  });
});
