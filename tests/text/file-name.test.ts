import { expect, test } from 'vitest';
import { fileName } from '../../core/text/file-name.ts';

test.each([
  ['run 7f3a/larch.jsonl', 'run_7f3a_larch.jsonl'],
  ['../../etc/passwd', 'etc_passwd'],
  ['', 'file'],
  ['日本語.txt', 'file.txt'],
  ['x'.repeat(500), 'x'.repeat(80)],
])('%j is called %j', (name, safe) => {
  expect(fileName(name)).toBe(safe);
});
