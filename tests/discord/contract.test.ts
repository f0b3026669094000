import { connectDiscord } from '../../bots/discord/receive/connect.ts';
import { testPlatform } from '../bots/contract.ts';
import type { Stored } from './twin.ts';
import { startTwin } from './twin.ts';

const MESSAGES = /^\/channels\/\d+\/messages$/;
const refusal = { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
const textOf = ({ body, files }: Stored) => JSON.stringify([body, files.map(({ text }) => text)]);

testPlatform('Discord', {
  async start(dispatcher, { refusesRich }) {
    const twin = await startTwin();
    const bot = await connectDiscord(dispatcher, { token: twin.world.token, apiUrl: twin.apiUrl });
    if (refusesRich) twin.fail({ method: 'POST', path: MESSAGES, told: refusal });
    const all = () => [...twin.world.messages.values()];
    const shown = () => all().filter(({ ephemeral, deleted }) => !ephemeral && !deleted);
    return {
      bot,
      channel: twin.general.id,
      async act({ command, values }) {
        const opened = twin.slash(command, values);
        return { again: async () => twin.again(opened) };
      },
      posts: async () => twin.posts().map(textOf),
      replies: async () =>
        shown().flatMap((one) => (one.channel === twin.general.id ? [] : textOf(one))),
      privately: async () => all().flatMap((one) => (one.ephemeral ? textOf(one) : [])),
      everything: async () => all().map(textOf).join(),
      harms: async () =>
        all().flatMap(({ body }) =>
          JSON.stringify(body.allowed_mentions) === '{"parse":[]}' ? [] : JSON.stringify(body),
        ),
      async complete(command, option, typed) {
        const opened = twin.type(command, option, typed);
        const choices = await twin.until(() => opened.choices);
        return choices.map(({ value }) => value);
      },
      isReachable: async () => twin.gateway.connections() > 0,
      async stop() {
        await bot.stop();
        await twin.close();
      },
    };
  },
});
