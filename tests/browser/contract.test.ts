import { randomUUID } from 'node:crypto';
import { connectBrowser } from '../../bots/browser/receive/connect.ts';
import type { Answer, Completion } from '../../bots/browser/send/wire.ts';
import { testPlatform } from '../bots/contract.ts';

const HARMFUL =
  /<script>|<img src=x|href="https:\/\/evil|[\u0000-\u0008\u000b-\u001f\u0080-\u009f\u202a-\u202e]/g;

testPlatform('the browser', {
  async start(dispatcher, { refusesRich }) {
    const drawSvg = async () => (refusesRich ? Promise.reject(new Error('no font')) : '<svg/>');
    const bot = await connectBrowser(dispatcher, { port: 0 }, { drawSvg });
    const replies: string[] = [];
    const send = async <T>(path: string, body: unknown): Promise<T> => {
      const headers = { 'Content-Type': 'application/json', Origin: new URL(bot.url).origin };
      const url = new URL(path, bot.url);
      return (
        await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
      ).json() as T;
    };
    const page = async (path: string) => (await fetch(new URL(path, bot.url))).text();
    const messagesIn = (html: string, list: string): string[] => {
      const [, items = ''] = new RegExp(`<ol id="${list}">(.*?)</ol>`, 's').exec(html) ?? [];
      return items.split('<li class="message"').slice(1);
    };
    return {
      bot,
      channel: 'local',
      async act({ line }) {
        const request = { id: randomUUID(), line };
        const { reply } = await send<Answer>('/commands', request);
        if (reply) replies.push(reply);
        return { again: () => send('/commands', request) };
      },
      posts: async () => messagesIn(await page('/'), 'messages'),
      async replies() {
        const [, thread] = /href="([^"]+\/thread)"/.exec(await page('/')) ?? [];
        return thread ? messagesIn(await page(thread), 'replies') : [];
      },
      privately: async () => replies,
      everything: async () => (await page('/')) + replies.join(),
      harms: async () => ((await page('/')) + replies.join()).match(HARMFUL) ?? [],
      async complete(command, option, typed) {
        const text = `/${command} --${option} ${typed}`;
        const { choices } = await send<Completion>('/complete', { text, caret: text.length });
        return choices.map(({ value }) => value);
      },
      isReachable: () =>
        fetch(bot.url).then(
          () => true,
          () => false,
        ),
      stop: () => bot.stop(),
    };
  },
});
