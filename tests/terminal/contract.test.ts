import { takeFlags } from '../../bots/terminal/receive/flags.ts';
import { dispatch } from '../../bots/terminal/receive/invocation.ts';
import { terminalPlatform } from '../../bots/terminal/send/platform.ts';
import { testPlatform } from '../bots/contract.ts';
import { fakeConsole, seen } from './screen.ts';

const SCREEN = { columns: 100, rows: 50 };
/** Control characters of a text, where every colour and movement of ours has been taken out. */
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

testPlatform('the terminal', {
  isForOne: true,
  async start(dispatcher, { refusesRich }) {
    // A screen that can be drawn over is its rich form; a pipe takes lines alone.
    const { terminal, stdout, stderr, listens } = fakeConsole(refusesRich ? {} : { size: SCREEN });
    const { flags } = takeFlags([]);
    const text = (from = 0) => seen(stdout.written.slice(from)).join('\n');
    const running: Promise<number>[] = [];
    let latest = 0;
    let isOpen = true;
    return {
      bot: { platform: terminalPlatform(flags, terminal), banner: '', stop: async () => {} },
      channel: 'here',
      async act({ command, values }) {
        const options = Object.entries(values).flatMap(([name, value]) => [
          `--${name}`,
          `${value}`,
        ]);
        latest = stdout.written.length;
        running.push(dispatch([command, ...options], dispatcher, flags, terminal));
        return {};
      },
      posts: async () => [text()],
      replies: async () => text(latest).split('\n\n'),
      privately: async () => [stdout.written + stderr.written],
      everything: async () => text(),
      harms: async () => text().match(HARMFUL) ?? [],
      isReachable: async () => isOpen || listens(),
      async stop() {
        await Promise.all(running);
        isOpen = false;
      },
    };
  },
});
