import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairQueue } from '../../core/models/fair-queue.ts';

function filled(...owners: string[]) {
  const queue = fairQueue<number>();
  for (const [at, owner] of owners.entries()) queue.push(owner, at);
  return queue;
}

describe('a fair queue', () => {
  test('serves one owner in the order of coming', () => {
    const queue = filled('a', 'a', 'a');
    expect([queue.take()?.item, queue.take()?.item, queue.take()?.item]).toEqual([0, 1, 2]);
    expect(queue.take()).toBeUndefined();
  });

  test('takes turns between owners', () => {
    const queue = filled('a', 'a', 'a', 'b', 'b', 'c');
    const order = Array.from({ length: 6 }, () => queue.take()?.owner);
    expect(order.join('')).toBe('abcaba');
  });

  test('serves a new owner before all who have something under way', () => {
    const queue = filled('a', 'a', 'a', 'b', 'b', 'b');
    queue.take();
    queue.take();
    queue.push('c', 9);
    expect(queue.take()?.owner).toBe('c');
  });

  test('serves a new owner first where only one goes at a time', () => {
    const queue = filled('a', 'a', 'a');
    queue.take();
    queue.done('a');
    queue.push('c', 9);
    expect(queue.take()?.owner).toBe('c');
  });

  test('gives equal shares of what is under way, however long each takes', () => {
    const queue = filled(...'aaaaaaaa', ...'bbbbbbbb');
    const underWay = { a: 0, b: 0 };
    const start = () => {
      const owner = queue.take()?.owner as 'a' | 'b';
      underWay[owner]++;
    };
    for (let slot = 0; slot < 4; slot++) start();
    // Those of b end at once, those of a never: b must not wait for them.
    for (let round = 0; round < 3; round++) {
      queue.done('b');
      underWay.b--;
      start();
    }
    expect(underWay).toEqual({ a: 2, b: 2 });
  });

  test('forgets what is withdrawn, and no more than that', () => {
    const queue = fairQueue<string>();
    const withdraw = queue.push('a', 'first');
    queue.push('a', 'second');
    withdraw();
    withdraw();
    expect(queue.size).toBe(1);
    expect(queue.take()?.item).toBe('second');
    withdraw();
    expect(queue.size).toBe(0);
  });

  test('hands out everything once, whoever comes and goes when', () => {
    const step = fc.oneof(
      fc.record({ push: fc.constantFrom('a', 'b', 'c') }),
      fc.constant({ take: true as const }),
      fc.record({ done: fc.nat({ max: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const queue = fairQueue<number>();
        const taken: number[] = [];
        const running: string[] = [];
        let pushed = 0;
        const take = () => {
          const next = queue.take();
          if (next) taken.push(next.item);
          if (next) running.push(next.owner);
          return next;
        };
        for (const one of steps) {
          if ('push' in one) queue.push(one.push, pushed++);
          else if ('take' in one) take();
          else for (const owner of running.splice(one.done, 1)) queue.done(owner);
          expect(queue.size).toBe(pushed - taken.length);
        }
        while (take());
        expect(taken.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: pushed }, (_, i) => i),
        );
      }),
    );
  });
});
