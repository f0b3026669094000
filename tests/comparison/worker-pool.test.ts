import { expect, test, vi } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { createWorkerPool } from '../../core/comparison/worker-pool.ts';
import { measuredRun } from '../fixtures/measured.ts';

/** A pool, and what it compared in this thread. */
function poolOf(file?: URL) {
  const here = vi.fn(compare);
  return { pool: createWorkerPool({ ...(file ? { file } : {}), compareHere: here }), here };
}

test('a run is compared in another thread as in this one, and not in this one', async () => {
  const run = await measuredRun();
  const { pool, here } = poolOf();
  const [first, second] = await Promise.all([pool.compare(run), pool.compare(run)]);
  await pool.close();
  expect(here).not.toHaveBeenCalled();
  expect(second).toEqual(first);
  expect(first).toEqual(compare(run));
});

test('where no thread is to be had, a run is compared here', async () => {
  const run = await measuredRun();
  const { pool, here } = poolOf(new URL('file:///nowhere/worker.ts'));
  expect(await pool.compare(run)).toEqual(compare(run));
  await pool.close();
  expect(here).toHaveBeenCalledTimes(1);
});

test('two threads at most are used, again and again', async () => {
  const run = await measuredRun();
  const { pool } = poolOf(new URL('./thread-id.ts', import.meta.url));
  const first = await Promise.all(Array.from({ length: 6 }, () => pool.compare(run)));
  const ids = new Set(first.map(({ finding }) => finding));
  expect(ids.size).toBe(2);
  expect(ids).toContain((await pool.compare(run)).finding);
  await pool.close();
});

test('a thread that ends without an answer costs none', async () => {
  const run = await measuredRun();
  const { pool } = poolOf(new URL('./thread-exit.ts', import.meta.url));
  expect(await pool.compare(run)).toEqual(compare(run));
  await pool.close();
});

test('once it is closed, nothing is compared any more', async () => {
  const run = await measuredRun();
  const { pool, here } = poolOf();
  const comparing = pool.compare(run);
  const failed = expect(comparing).rejects.toThrow();
  await pool.close();
  await failed;
  expect(here).not.toHaveBeenCalled();
});
