import { testPlatform } from '../bots/contract.ts';
import { started } from './started.ts';
import { slash, suggestion } from './twin/deliveries.ts';

/** Elements that act by what they are, whatever they hold. */
const ACTING = ['broadcast', 'channel', 'link', 'user', 'usergroup'];

/** Texts in which Slack reads its markup, and elements that act, in all that was sent. */
function harmsIn(sent: unknown): readonly string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  const inside = Object.values(sent).flatMap(harmsIn);
  const { type, text, unfurl_links: unfurls } = sent as Record<string, unknown>;
  const markup = type === undefined || type === 'mrkdwn' ? String(text ?? '') : '';
  const acts = ACTING.includes(String(type)) || unfurls === 'true' || /<[!@#]/.test(markup);
  return acts ? [...inside, JSON.stringify(sent)] : inside;
}

testPlatform('Slack', {
  async start(dispatcher, { refusesRich }) {
    const { bot, twin, deliver, stop } = await started('socket', dispatcher);
    if (refusesRich) twin.fail('chat.postMessage', { error: 'invalid_blocks' });
    const messages = () => [...twin.messages.values()];
    const view = { id: 'V1', private_metadata: JSON.stringify({ channel: 'C0GENERAL' }) };
    return {
      bot,
      channel: 'C0GENERAL',
      async act({ line }) {
        const delivered = slash(twin, line);
        await deliver(delivered);
        return { again: () => deliver(delivered) };
      },
      posts: async () => messages().flatMap((one) => (one.thread_ts ? [] : JSON.stringify(one))),
      replies: async () => messages().flatMap((one) => (one.thread_ts ? JSON.stringify(one) : [])),
      privately: async () => twin.ephemerals.map((one) => JSON.stringify(one)),
      everything: async () =>
        [JSON.stringify(messages()), ...[...twin.files.values()].map(({ bytes }) => bytes)].join(),
      harms: async () => twin.calls.flatMap(({ args }) => harmsIn(args)),
      async complete(command, option, typed) {
        const asked = suggestion(twin, view, `option:${command}:${option}`, typed);
        const { options } = (await deliver(asked)) as { options: { value: string }[] };
        return options.map(({ value }) => value);
      },
      isReachable: async () => twin.connections() > 0,
      stop,
    };
  },
});
