import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildImage, type Image } from './dockerfile.ts';
import { channelOf } from './installed.ts';

/** No engine runs here: the steps of the Dockerfile do, in a folder, with the Node of this process. */
let folder = '';
let image: Image;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dramatis-image-'));
  image = await buildImage(folder, dirname(process.execPath));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = promisify(execFile);

test('what its steps make is the program', async () => {
  const [entry = '', ...argv] = image.entrypoint;
  const { stdout } = await run(entry, [...argv, '--version'], image);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('is healthy while it serves, and keeps its data in the volume', async () => {
  const [entry = '', ...argv] = image.entrypoint;
  const server = spawn(entry, argv, image);
  const check = async (port: string) => {
    const [command = '', ...rest] = image.healthcheck;
    const env = { ...image.env, DRAMATIS_PORT: port };
    return run(command, rest, { ...image, env });
  };
  try {
    const { port } = new URL(await channelOf(server));
    await expect(check(port)).resolves.toMatchObject({ stderr: '' });
    expect(existsSync(join(folder, 'last/data/data/dramatis.db'))).toBe(true);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
    await expect(check(port)).rejects.toMatchObject({ code: 1 });
  } finally {
    server.kill('SIGKILL');
  }
});
