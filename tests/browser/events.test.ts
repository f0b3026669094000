import { describe, expect, it, onTestFinished } from 'vitest';
import type { Pushed } from '../../bots/browser/send/wire.ts';
import type { Message } from '../../core/views/view.ts';
import { type Opened, openLocal } from './open.ts';

interface Event {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** Reads server-sent events one by one, as an EventSource would. */
async function listen({ bot }: Opened, after: string, header = false) {
  const leave = new AbortController();
  onTestFinished(() => leave.abort());
  const url = new URL(header ? '/events' : `/events?after=${after}`, bot.url);
  const response = await fetch(url, {
    signal: leave.signal,
    headers: header ? { 'Last-Event-ID': after } : {},
  });
  const events = parse(response);
  return {
    leave: () => leave.abort(),
    next: async (): Promise<Event> => {
      const { value, done } = await events.next();
      if (done || !value) throw new Error('the stream ended');
      return value;
    },
    ended: async () => (await events.next()).done === true,
  };
}

async function* parse(response: Response): AsyncGenerator<Event> {
  let rest = '';
  for await (const part of (response.body ?? new ReadableStream()).pipeThrough(
    new TextDecoderStream(),
  )) {
    rest += part;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string =>
        block
          .split('\n')
          .filter((line) => line.startsWith(`${name}: `))
          .map((line) => line.slice(name.length + 2))
          .join('\n');
      yield { event: field('event'), id: field('id'), data: field('data') };
    }
  }
}

const says = (words: string): Message => ({
  view: { state: 'info', blocks: [{ kind: 'text', text: words }], actions: [] },
});
const pushedIn = ({ data }: Event): Pushed => JSON.parse(data);
const positionOf = (page: string): string => /data-at="([^"]+)"/.exec(page)?.[1] ?? '';
const place = { channel: 'local' };

describe('events', () => {
  it('go on from the page: what was posted and edited since, and then as it comes', async () => {
    const opened = await openLocal();
    await opened.bot.platform.post(place, says('before the page'));
    const at = positionOf(await opened.page());
    const ref = await opened.bot.platform.post(place, says('since'));
    const stream = await listen(opened, at);
    expect((await stream.next()).event).toBe('here');
    expect(pushedIn(await stream.next()).html).toContain('since');
    await opened.bot.platform.edit(ref, says('now'));
    expect(pushedIn(await stream.next())).toMatchObject({
      id: ref.message,
      html: expect.stringContaining('now'),
    });
  });

  it('are sent again after a lost connection, the latest state of each message only', async () => {
    const opened = await openLocal();
    const stream = await listen(opened, positionOf(await opened.page()));
    const { id } = await stream.next();
    stream.leave();
    const ref = await opened.bot.platform.post(place, says('one'));
    await opened.bot.platform.edit(ref, says('two'));
    await opened.bot.platform.post(place, says('three'));
    const again = await listen(opened, id, true);
    await again.next();
    expect(pushedIn(await again.next()).html).toContain('two');
    const last = await again.next();
    expect(pushedIn(last).html).toContain('three');
    const later = await listen(opened, last.id, true);
    await later.next();
    await opened.bot.platform.post(place, says('four'));
    expect(pushedIn(await later.next()).html).toContain('four');
  });

  it('tell a page of another process to fetch everything anew', async () => {
    const opened = await openLocal();
    for (const known of ['deadbeef.3', 'nonsense', '']) {
      expect((await (await listen(opened, known)).next()).event).toBe('anew');
    }
  });

  it('say that a thread grew, for the message that it hangs on', async () => {
    const opened = await openLocal();
    const root = await opened.bot.platform.post(place, says('root'));
    const stream = await listen(opened, positionOf(await opened.page()));
    await stream.next();
    const reply = await opened.bot.platform.post({ ...place, thread: root }, says('reply'));
    expect(pushedIn(await stream.next())).toMatchObject({ id: reply.message, root: root.message });
    expect(pushedIn(await stream.next())).toMatchObject({
      id: root.message,
      html: expect.stringContaining('1 reply'),
    });
    // A thread on a reply is the same thread.
    await opened.bot.platform.post({ ...place, thread: reply }, says('deeper'));
    expect(pushedIn(await stream.next())).toMatchObject({ root: root.message });
  });

  it('end when the channel is stopped', async () => {
    const opened = await openLocal();
    const stream = await listen(opened, positionOf(await opened.page()));
    await stream.next();
    await opened.bot.stop();
    expect(await stream.ended().catch(() => true)).toBe(true);
  });
});
