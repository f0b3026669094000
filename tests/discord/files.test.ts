import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LIMITS } from '../../bots/discord/limits.ts';
import { pack } from '../../bots/discord/render/files.ts';

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mime: 'text/plain',
  content,
});

test('two files of one name have two names', async () => {
  const { uploads } = await pack([file('a.txt', '1'), file('a.txt', '2'), file('a?txt', '3')]);
  expect(uploads.map(({ name }) => name)).toEqual(['a.txt', '2-a.txt', 'a_txt']);
});

test('a file that is too large is compressed', async () => {
  const content = 'all work and no play\n'.repeat(600_000);
  const { uploads, left } = await pack([file('run.jsonl', content)]);
  expect(uploads[0]).toMatchObject({ name: 'run.jsonl.gz', mime: 'application/gzip' });
  expect(gunzipSync(uploads[0]?.data ?? new Uint8Array()).toString()).toBe(content);
  expect(left).toEqual([]);
});

test('a file that is too large even so is named, with a way to it', async () => {
  const noise = new Uint8Array(LIMITS.fileBytes.max + 100_000);
  for (let at = 0; at < noise.length; at += 65_536)
    crypto.getRandomValues(noise.subarray(at, at + 65_536));
  const { uploads, left } = await pack([file('noise.bin', noise), file('small.txt', 'x')]);
  expect(uploads.map(({ name }) => name)).toEqual(['small.txt']);
  expect(left).toEqual([expect.stringMatching(/^noise\.bin \(10\.1 MiB\).*terminal/)]);
});

test('more files than a message takes are named', async () => {
  const many = Array.from({ length: 12 }, (_, at) => file(`${at}.txt`, 'x'));
  const { uploads, left } = await pack(many);
  expect(uploads.length + left.length).toBe(12);
  expect(uploads.length).toBeLessThanOrEqual(LIMITS.files.max);
});
