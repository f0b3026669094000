import { expect, test } from 'vitest';
import { followComparison } from '../../core/comparison/follow-comparison.ts';
import type { Comparison } from '../../core/domain/comparison.ts';
import type { Snapshot } from '../../core/domain/run.ts';

/** A run of which so many trials are settled, and its comparison. */
const run = (settled: number) =>
  ({ state: 'running', settled, trials: [], judgements: [] }) as unknown as Snapshot;
const comparison = (settled: number) => ({ finding: String(settled) }) as Comparison;

/** Follows a run from its start; each computation takes a second, and ends when the test says so. */
function following() {
  let at = 0;
  const asked: number[] = [];
  const pending: PromiseWithResolvers<Comparison>[] = [];
  const follow = followComparison(
    ({ settled }) => {
      asked.push(settled);
      const next = Promise.withResolvers<Comparison>();
      pending.push(next);
      return next.promise;
    },
    { run: run(0), comparison: comparison(0) },
    () => at,
  );
  return {
    asked,
    see: (settled: number) => follow(run(settled)).finding,
    wait: (ms: number) => {
      at += ms;
    },
    end: async (outcome: number | Error) => {
      at += 1000;
      const next = pending.shift();
      if (outcome instanceof Error) next?.reject(outcome);
      else next?.resolve(comparison(outcome));
      await new Promise(setImmediate);
    },
  };
}

test('the comparison that is known is shown at once, and the next one when it is there', async () => {
  const { asked, see, end } = following();
  expect(see(0)).toBe('0');
  expect(asked).toEqual([]);
  expect(see(1)).toBe('0');
  expect(see(2)).toBe('0');
  expect(asked).toEqual([1]);
  await end(1);
  expect(see(2)).toBe('1');
});

test('one is computed at a time, and after it four times as long none', async () => {
  const { asked, see, end, wait } = following();
  see(1);
  see(2);
  await end(1);
  wait(3999);
  see(3);
  expect(asked).toEqual([1]);
  wait(1);
  see(4);
  expect(asked).toEqual([1, 4]);
});

test('one that fails leaves the one before', async () => {
  const { asked, see, end, wait } = following();
  see(1);
  await end(new Error('broken'));
  wait(4000);
  expect(see(2)).toBe('0');
  expect(asked).toEqual([1, 2]);
});
