import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOurs } from '../../bots/compile-cache.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a folder for compiled code', () => {
  it('is made for its owner alone', () => {
    expect(isOurs(join(folder, 'new', 'one'))).toBe(true);
  });

  it('is not one that others may write into', async () => {
    await chmod(folder, 0o777);
    expect(isOurs(folder)).toBe(false);
    await chmod(folder, 0o755);
    expect(isOurs(folder)).toBe(true);
  });

  it('is not one of somebody else', async () => {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chown(folder, 1, 1);
    expect(isOurs(isRoot ? folder : '/')).toBe(false);
  });

  it('is not one that cannot be made', () => {
    expect(isOurs('/dev/null/cache')).toBe(false);
  });
});
