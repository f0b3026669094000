import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { loadScorers } from '../../core/scoring/load.ts';

const made: string[] = [];
afterEach(() => Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scorers-'));
  made.push(folder);
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
  );
  return folder;
}

it('finds every scorer of the folder, and nothing that they share', async () => {
  const scorers = await loadScorers();
  expect([...scorers.keys()]).toEqual([
    'choice',
    'expected-rubric',
    'expected',
    'judge-label',
    'judge-scale',
    'language',
    'lexicon',
    'logprob-ratio',
    'pairwise',
    'pattern',
    'who-is-speaking',
  ]);
  expect([...scorers.values()].filter(({ needsJudge }) => needsJudge)).toHaveLength(5);
});

it.each([
  ['export const nothing = 1;', 'exports none'],
  ["export const scorer = { name: 'other' };", 'is not one'],
])('names the file of %j, which %s', async (text) => {
  const folder = await folderWith({ 'mine.ts': text });
  await expect(loadScorers(folder)).rejects.toMatchObject({
    message: expect.stringContaining(join(folder, 'mine.ts')),
    hint: expect.stringContaining("name: 'mine'"),
  });
});
