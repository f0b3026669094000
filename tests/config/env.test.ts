import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadEnvFile, readEnvironment } from '../../core/config/env.ts';

test('what is not set, or empty, has its default', () => {
  expect(readEnvironment({ LOG_LEVEL: '', DRAMATIS_CONFIG: ' ' })).toEqual({
    config: 'dramatis.yaml',
    configAsked: false,
    data: 'data',
    store: undefined,
    port: undefined,
    logLevel: 'info',
  });
});

test('a level is read in either case, and a near one is offered', () => {
  expect(readEnvironment({ LOG_LEVEL: 'DEBUG' }).logLevel).toBe('debug');
  expect(() => readEnvironment({ LOG_LEVEL: 'debgu' })).toThrow(
    'LOG_LEVEL is not a level: “debgu”.',
  );
});

test('.env is read where there is one, and what is set already stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dramatis-'));
  const path = join(folder, '.env');
  process.env.DRAMATIS_TEST_SET = 'before';
  onTestFinished(async () => {
    delete process.env.DRAMATIS_TEST_SET;
    delete process.env.DRAMATIS_TEST_NEW;
    await rm(folder, { recursive: true });
  });
  expect(loadEnvFile(path)).toBe(false);
  await writeFile(path, 'DRAMATIS_TEST_SET=after\nDRAMATIS_TEST_NEW="new"\n');
  expect(loadEnvFile(path)).toBe(true);
  expect(process.env.DRAMATIS_TEST_SET).toBe('before');
  expect(process.env.DRAMATIS_TEST_NEW).toBe('new');
});
