import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../core/config/load.ts';
import type { Config } from '../../core/config/types.ts';
import { type WatchedConfig, watchConfig } from '../../core/config/watch.ts';
import type { UserError } from '../../core/domain/user-error.ts';

let folder: string;
let path: string;
let watched: WatchedConfig | undefined;
let wake: () => void;
let changes: Config[];
let problems: UserError[];

const context = { cast: { baseUrl: 'http://127.0.0.1:1/v1' }, env: {} };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dramatis-'));
  path = join(folder, 'dramatis.yaml');
  changes = [];
  problems = [];
  wake = () => undefined;
});

afterEach(async () => {
  watched?.close();
  await rm(folder, { recursive: true });
});

async function watch(): Promise<WatchedConfig> {
  watched = await watchConfig(path, {
    ...context,
    everyMs: 5,
    onChange: (config) => {
      changes.push(config);
      wake();
    },
    onProblem: (error) => {
      problems.push(error);
      wake();
    },
  });
  return watched;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise<void>((resolve) => (wake = resolve));
}

test('an edit takes effect', async () => {
  await writeFile(path, 'attempts: 2');
  const config = await watch();
  expect(config.config().attempts).toBe(2);
  await writeFile(path, 'attempts: 33'.slice(0, -1));
  await until(() => changes.length === 1);
  expect(config.config().attempts).toBe(3);
});

test('so does a file that is put in the place of the old one, as editors do', async () => {
  await writeFile(path, 'attempts: 2');
  const config = await watch();
  for (const attempts of [5, 6]) {
    await writeFile(`${path}~`, `attempts: ${attempts}`);
    await rename(`${path}~`, path);
    await until(() => config.config().attempts === attempts);
  }
});

test('a broken edit keeps what was, says why, and is over when it is mended', async () => {
  await writeFile(path, 'attempts: 2');
  const config = await watch();
  await writeFile(path, 'atempts: 5');
  await until(() => problems.length > 0);
  expect(config.config().attempts).toBe(2);
  expect(config.problem()?.hint).toContain('Did you mean “attempts”?');
  await writeFile(path, 'attempts: 5 # mended');
  await until(() => config.problem() === undefined);
  expect(config.config().attempts).toBe(5);
});

test('a file that comes into being is read, and one that goes away stays in force', async () => {
  const config = await watch();
  expect(config.config().attempts).toBe(4);
  await writeFile(path, 'attempts: 7');
  await until(() => config.config().attempts === 7);
  await rm(path);
  await until(() => problems.length > 0);
  expect(config.config().attempts).toBe(7);
  expect(config.problem()?.message).toContain('is gone');
});

test('a file that is wrong at the start is refused', async () => {
  await writeFile(path, 'atempts: 5');
  await expect(watch()).rejects.toMatchObject({
    hint: expect.stringContaining('Did you mean “attempts”?'),
  });
});

test('a file that somebody asked for has to be there', async () => {
  await expect(loadConfig(path, { ...context, env: { DRAMATIS_CONFIG: path } })).rejects.toThrow(
    'there is no such file',
  );
  await expect(loadConfig(folder, context)).rejects.toThrow('cannot be read');
  expect((await loadConfig(path, context)).models.has('larch')).toBe(true);
});
