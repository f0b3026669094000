import { expect, test } from 'vitest';
import { createPostOnce } from '../../../bots/dispatcher/post-once.ts';
import { RateLimited } from '../../../bots/platform.ts';
import { noticeMessage } from '../../../core/views/error-message.ts';
import type { Message } from '../../../core/views/view.ts';
import { fakePlatform } from '../../fixtures/platform.ts';
import { memory } from './memory.ts';

const PLACE = { channel: 'c1', thread: { message: 'm0' } };
const MESSAGES = [noticeMessage('first'), noticeMessage('second')];

test('all are posted in their order, and not again', async () => {
  const { platform, posts } = fakePlatform();
  const store = memory();
  const postOnce = createPostOnce(store);
  expect(await postOnce(platform, PLACE, MESSAGES)).toBe(true);
  expect(posts.map(({ place, message }) => [place, message])).toEqual(
    MESSAGES.map((message) => [PLACE, message]),
  );
  expect(await postOnce(platform, PLACE, MESSAGES)).toBe(false);
  expect(await createPostOnce(store)(platform, PLACE, MESSAGES)).toBe(false);
  expect(posts).toHaveLength(2);
});

test('two who ask at once get them once', async () => {
  const { platform, posts } = fakePlatform();
  const postOnce = createPostOnce(memory());
  const both = [1, 2].map(() => postOnce(platform, PLACE, MESSAGES));
  expect(await Promise.all(both)).toEqual([true, false]);
  expect(posts).toHaveLength(2);
});

test('the same is posted elsewhere, and on another platform, and other messages are', async () => {
  const { platform, posts } = fakePlatform();
  const postOnce = createPostOnce(memory());
  await postOnce(platform, PLACE, MESSAGES);
  expect(await postOnce(platform, { channel: 'c2' }, MESSAGES)).toBe(true);
  expect(await postOnce(platform, PLACE, [noticeMessage('third')])).toBe(true);
  expect(posts).toHaveLength(5);
  const other = fakePlatform({ id: 'fake:w2' });
  expect(await postOnce(other.platform, PLACE, MESSAGES)).toBe(true);
});

test('that they were posted is remembered for an hour', async () => {
  const store = memory();
  await createPostOnce(store)(fakePlatform().platform, PLACE, MESSAGES);
  const [[key, kept] = []] = [...store.values];
  expect(key).toMatch(/^posted\|fake:w1\/[0-9a-f]{64}$/);
  expect(kept).toEqual({ value: true, ttlMs: 60 * 60_000 });
});

test('what could not be posted is posted at the next try', async () => {
  let broken = true;
  const { platform, posts } = fakePlatform();
  const post: typeof platform.post = async (...given) => {
    if (broken) throw new Error('the line dropped');
    return platform.post(...given);
  };
  const postOnce = createPostOnce(memory());
  await expect(postOnce({ ...platform, post }, PLACE, MESSAGES)).rejects.toThrow('dropped');
  broken = false;
  expect(await postOnce({ ...platform, post }, PLACE, MESSAGES)).toBe(true);
  expect(posts).toHaveLength(2);
});

test('a platform that says to wait is waited for', async () => {
  let limited = 2;
  const { platform, posts } = fakePlatform();
  const post: typeof platform.post = async (...given) => {
    if (limited-- > 0) throw new RateLimited(1);
    return platform.post(...given);
  };
  expect(await createPostOnce(memory())({ ...platform, post }, PLACE, MESSAGES)).toBe(true);
  expect(posts).toHaveLength(2);
});

test('a platform that forgets its messages gets them each time, and nothing is remembered', async () => {
  const { platform, posts } = fakePlatform({ keepsMessages: false });
  const store = memory();
  const postOnce = createPostOnce(store);
  expect(await postOnce(platform, PLACE, MESSAGES)).toBe(true);
  expect(await postOnce(platform, PLACE, MESSAGES)).toBe(true);
  expect(posts).toHaveLength(4);
  expect(store.values.size).toBe(0);
});

test('messages that differ in a file alone are posted', async () => {
  const { platform, posts } = fakePlatform();
  const postOnce = createPostOnce(memory());
  const [message] = MESSAGES;
  if (!message) return expect.unreachable();
  const withFile = (name: string, content: string | Uint8Array): Message => ({
    ...message,
    files: [{ name, mime: 'text/plain', content }],
  });
  const all = [
    message,
    withFile('a.txt', 'one'),
    withFile('a.txt', 'two'),
    withFile('b.txt', 'two'),
    withFile('b.txt', new Uint8Array([1, 2, 3])),
    withFile('b.txt', new Uint8Array([1, 2, 4])),
  ];
  for (const one of all) expect(await postOnce(platform, PLACE, [one])).toBe(true);
  for (const one of all) expect(await postOnce(platform, PLACE, [one])).toBe(false);
  expect(posts).toHaveLength(all.length);
});
