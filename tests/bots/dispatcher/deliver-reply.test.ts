import { describe, expect, test } from 'vitest';
import { deliverReply } from '../../../bots/dispatcher/deliver-reply.ts';
import { createPostOnce } from '../../../bots/dispatcher/post-once.ts';
import { createShownRuns, type ShownRun } from '../../../bots/dispatcher/shown-runs.ts';
import { type Platform, RateLimited } from '../../../bots/platform.ts';
import type { CommandReply } from '../../../core/command-line/declare.ts';
import { noticeMessage } from '../../../core/views/error-message.ts';
import type { Message } from '../../../core/views/view.ts';
import { ADA } from '../../fixtures/app.ts';
import { fakePlatform } from '../../fixtures/platform.ts';
import { memory } from './memory.ts';

const DRAWN = noticeMessage('the run');
const SHOWN: ShownRun = { channel: 'c9', ref: { message: 'm9' } };

async function setUp({ shown, about }: { shown?: ShownRun; about?: Partial<Platform> } = {}) {
  const { platform, posts } = fakePlatform(about);
  const shownRuns = createShownRuns(memory());
  if (shown) await shownRuns.save(platform, 'a1', shown);
  const kept: unknown[] = [];
  const replies: Message[] = [];
  const parts = {
    shownRuns,
    postOnce: createPostOnce(memory()),
    liveMessages: {
      draw: async () => DRAWN,
      keep: (_: Platform, ...rest: unknown[]) => void kept.push(rest),
      settle: async () => {},
    },
  };
  const deliver = (reply: CommandReply, thread?: { message: string }) =>
    deliverReply(
      parts,
      platform,
      {
        request: { line: '' },
        who: ADA,
        channel: 'c1',
        thread,
        replyPrivately: async (message) => void replies.push(message),
      },
      reply,
    );
  return { platform, posts, shownRuns, kept, replies, deliver };
}

describe('a reply to the asker', () => {
  const message = noticeMessage('done');

  test('is shown to nobody else', async () => {
    const { posts, kept, replies, deliver } = await setUp({ shown: SHOWN });
    await deliver({ to: 'asker', message });
    expect([replies, posts, kept]).toEqual([[message], [], []]);
  });

  test('that touches a run has its message drawn anew, whatever stands there', async () => {
    const { kept, replies, deliver } = await setUp({ shown: SHOWN });
    await deliver({ to: 'asker', message, touches: 'a1' });
    expect(replies).toEqual([message]);
    expect(kept).toEqual([['a1', SHOWN.ref]]);
  });

  test('that touches a run which is shown nowhere draws none', async () => {
    const { kept, replies, deliver } = await setUp();
    await deliver({ to: 'asker', message, touches: 'a1' });
    expect([replies, kept]).toEqual([[message], []]);
  });
});

describe('a run', () => {
  test('is posted in the thread in which it was asked, found again, and kept current', async () => {
    const { platform, posts, shownRuns, kept, deliver } = await setUp({ shown: SHOWN });
    await deliver({ to: 'live', run: 'a1' }, { message: 'root' });
    const [post] = posts;
    expect(post?.place).toEqual({ channel: 'c1', thread: { message: 'root' } });
    expect(await shownRuns.find(platform, 'a1')).toEqual({ channel: 'c1', ref: post?.ref });
    expect(kept).toEqual([['a1', post?.ref, DRAWN]]);
  });

  test('goes on in its message, where it is asked to and has one', async () => {
    const { posts, kept, deliver } = await setUp({ shown: SHOWN });
    await deliver({ to: 'live', run: 'a1', inPlace: true });
    expect([posts, kept]).toEqual([[], [['a1', SHOWN.ref]]]);
  });

  test('is posted where it should go on and is shown nowhere', async () => {
    const { posts, kept, deliver } = await setUp();
    await deliver({ to: 'live', run: 'a1', inPlace: true });
    expect(posts).toHaveLength(1);
    expect(kept).toEqual([['a1', posts[0]?.ref, DRAWN]]);
  });

  test('waits where the platform says to wait', async () => {
    let limited = 1;
    const { deliver, kept } = await setUp({
      about: {
        post: async () => {
          if (limited-- > 0) throw new RateLimited(1);
          return { message: 'm1' };
        },
      },
    });
    await deliver({ to: 'live', run: 'a1' });
    expect(kept).toEqual([['a1', { message: 'm1' }, DRAWN]]);
  });
});

describe('what belongs to a run', () => {
  const messages = [noticeMessage('one'), noticeMessage('two')];

  test('goes into the thread of its message', async () => {
    const { posts, replies, deliver } = await setUp({ shown: SHOWN });
    await deliver({ to: 'thread', run: 'a1', messages });
    const place = { channel: SHOWN.channel, thread: SHOWN.ref };
    expect(posts.map((post) => [post.place, post.message])).toEqual(
      messages.map((message) => [place, message]),
    );
    expect(replies).toEqual([]);
  });

  test('goes where it was asked, where the run is shown nowhere', async () => {
    const { posts, deliver } = await setUp();
    await deliver({ to: 'thread', run: 'a1', messages }, { message: 'root' });
    expect(posts[0]?.place).toEqual({ channel: 'c1', thread: { message: 'root' } });
  });

  test('is not posted twice: whoever asks again is told that it stands there', async () => {
    const { posts, replies, deliver } = await setUp({ shown: SHOWN });
    await deliver({ to: 'thread', run: 'a1', messages });
    await deliver({ to: 'thread', run: 'a1', messages });
    expect(posts).toHaveLength(2);
    expect(replies).toEqual([
      noticeMessage('This stands in the thread of run a1 already.', 'Nothing has changed since.'),
    ]);
  });
});
