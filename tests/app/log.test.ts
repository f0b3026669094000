import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../../core/app/log.ts';

/** Everything that a log writes, to a terminal or elsewhere. */
function logged(isTTY: boolean, detail: string): string {
  let written = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  });
  const target = Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream;
  createLog('info', target).warn({ detail, err: new Error(detail) }, detail);
  return written;
}

const HOSTILE = 'a\u001b[2Jb\u009b31mc\u202ed\u200be\u0007f';

test.each([
  ['a terminal', true],
  ['a file', false],
])('in %s nothing acts, and what was there can be seen', (_, isTTY) => {
  const written = logged(isTTY, HOSTILE);
  expect(written).not.toMatch(/[\0-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u200b\u202e]/);
  expect(written.replaceAll(/\x1b\[\d+m/g, '')).not.toContain('\x1b');
  expect(written).toMatch(/\\x9b|\\u009b/);
  expect(written).toMatch(/\\u202e/);
  expect(written.includes('"msg"')).toBe(!isTTY);
});

test('a line in a file is JSON that is read as it was written', () => {
  expect(JSON.parse(logged(false, HOSTILE))).toMatchObject({ msg: HOSTILE, detail: HOSTILE });
});

test.each([true, false])('no key stands in it, on a terminal: %s', (isTTY) => {
  const key = `sk-${'abc123'.repeat(4)}`;
  const written = logged(isTTY, `refused ${key}`);
  expect(written).not.toContain(key);
  expect(written).toContain('refused [key]');
});
