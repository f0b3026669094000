import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Invocation } from '../../bots/platform.ts';
import type { View } from '../../core/views/view.ts';
import { type FakeDispatcher, fakeDispatcher } from '../bots/fake-dispatcher.ts';
import { problem } from '../fixtures/views.ts';
import { COMMANDS } from './commands.ts';
import { type Started, started } from './started.ts';
import { type Delivered, mention, slash, submission } from './twin/deliveries.ts';

let dispatcher: FakeDispatcher;
let bot: Started;
beforeEach(async () => {
  dispatcher = fakeDispatcher(COMMANDS);
  bot = await started('socket', dispatcher);
});
afterEach(() => bot.stop());

async function invoked(delivered: Delivered): Promise<Invocation> {
  await bot.deliver(delivered);
  return dispatcher.next();
}

const long: View = { ...problem, blocks: [{ kind: 'text', text: 'word '.repeat(6000) }] };

test('a slash command is answered at its response address, for its asker only', async () => {
  const { replyPrivately } = await invoked(slash(bot.twin, 'run embodyment-slip'));
  await replyPrivately({ view: problem });
  const call = await bot.twin.seen(({ method }) => method === 'respond');
  expect(call.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  expect(JSON.stringify(call.args.blocks)).toContain('Did you mean embodiment-slip?');
  expect(bot.twin.messages.size).toBe(0);
});

test('where that address has expired, the bot says it as itself', async () => {
  bot.twin.fail('respond', { error: 'expired_url' }, { error: 'expired_url' });
  const { replyPrivately } = await invoked(slash(bot.twin, 'run x'));
  await replyPrivately({ view: problem });
  expect(bot.twin.ephemerals).toMatchObject([{ user: 'U0ADA' }]);
});

test('a mention in a thread is answered in that thread', async () => {
  const thread_ts = '1700000001.000100';
  const { replyPrivately } = await invoked(mention(bot.twin, '<@U0BOT> run x', { thread_ts }));
  await replyPrivately({ view: problem });
  const call = await bot.twin.seen(({ method }) => method === 'chat.postEphemeral');
  expect(call.args).toMatchObject({ user: 'U0ADA', channel: 'C0GENERAL', thread_ts });
});

test('where the bot is no member, a form is answered directly', async () => {
  const private_metadata = JSON.stringify({ channel: 'C0PRIVATE' });
  const view = { id: 'V1', callback_id: 'probe_modal', private_metadata };
  const { replyPrivately } = await invoked(
    submission(bot.twin, view, {
      command: { type: 'static_select', selected_option: { value: 'ask' } },
    }),
  );
  await replyPrivately({ view: problem });
  const [message] = bot.twin.messages.values();
  expect(message).toMatchObject({ channel: 'D0DIRECT' });
});

test('what is too long for it, and files, come as a direct message', async () => {
  const { replyPrivately } = await invoked(slash(bot.twin, 'show 7f3a --as export'));
  await replyPrivately({
    view: long,
    files: [{ name: 'run.jsonl', mime: 'application/jsonl', content: '{}\n' }],
  });
  const files = [...bot.twin.files.values()];
  expect(files.map(({ name, channel }) => [name, channel])).toEqual([
    ['in-full.txt', 'D0DIRECT'],
    ['run.jsonl', 'D0DIRECT'],
  ]);
  expect(JSON.stringify(bot.twin.ephemerals)).toContain(
    '… the whole is in a direct message to you',
  );
});
