import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProviderQueue, type Job, type Turn } from '../../core/models/provider-queue.ts';
import type { ProviderLimits } from '../../core/models/types.ts';
import { fakedClock } from './setting.ts';

const MINUTE = 60_000;

/** A lane whose jobs end when the test says so. */
function lane(first: ProviderLimits, patienceMs = MINUTE) {
  let limits = first;
  const made = createProviderQueue({
    limits: () => limits,
    patienceMs: () => patienceMs,
    clock: fakedClock,
  });
  const started: string[] = [];
  const turns = new Map<string, Turn>();
  const ends = new Map<string, () => void>();
  const add = (name: string, more: Partial<Job> = {}) => {
    const job = { owner: name.replace(/\d+$/, ''), tokens: 1, ...more };
    const result = made.run(job, async (turn) => {
      started.push(name);
      turns.set(name, turn);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
    result.catch(() => {});
    return result;
  };
  const end = (...names: string[]) => {
    for (const name of names) ends.get(name)?.();
  };
  const turnOf = (name: string): Turn => {
    const turn = turns.get(name);
    if (!turn) throw new Error(`${name} has not started`);
    return turn;
  };
  return {
    queue: made,
    started,
    add,
    end,
    turnOf,
    setLimits: (next: ProviderLimits) => {
      limits = next;
    },
    reaches: async (...names: string[]) => {
      await settle();
      expect(started).toEqual(names);
    },
  };
}

/** Lets everything start that is going to: Bottleneck takes a few ticks of a millisecond for each. */
const SETTLE_MS = 40;
const settle = () => vi.advanceTimersByTimeAsync(SETTLE_MS);

const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the way to a provider', () => {
  test('has no more under way than its concurrency', async () => {
    const { add, end, reaches, started } = lane({ concurrency: 2 });
    const first = add('a1');
    for (const name of ['a2', 'a3', 'a4']) void add(name);
    await reaches('a1', 'a2');
    await settle();
    expect(started).toHaveLength(2);
    end('a1');
    await expect(first).resolves.toBe('a1');
    await reaches('a1', 'a2', 'a3');
  });

  test('lets a newcomer start next, whatever is queued', async () => {
    const { add, end, reaches } = lane({ concurrency: 2 });
    for (let at = 1; at <= 1000; at++) void add(`run${at}`);
    await reaches('run1', 'run2');
    void add('ask1');
    end('run1');
    await reaches('run1', 'run2', 'ask1');
    void add('other1');
    end('run2');
    await reaches('run1', 'run2', 'ask1', 'other1');
    end('ask1');
    await reaches('run1', 'run2', 'ask1', 'other1', 'run3');
  });

  test('goes on after a job that failed', async () => {
    const { queue: way, add, reaches } = lane({ concurrency: 1 });
    const boom = way.run({ owner: 'a', tokens: 1 }, () => Promise.reject(new Error('boom')));
    const told = expect(boom).rejects.toThrow('boom');
    void add('a1');
    await reaches('a1');
    await told;
  });

  test('drops what is aborted while it waits, at once', async () => {
    const { add, end, reaches } = lane({ concurrency: 1 });
    void add('a1');
    await reaches('a1');
    const abort = new AbortController();
    const waiting = Array.from({ length: 100 }, (_, at) => add(`b${at}`, { signal: abort.signal }));
    void add('a2');
    abort.abort(new Error('enough'));
    await Promise.all(waiting.map((one) => expect(one).rejects.toThrow('enough')));
    await expect(add('b9', { signal: abort.signal })).rejects.toThrow('enough');
    end('a1');
    await reaches('a1', 'a2');
  });

  test('starts so many requests in any minute, and no more', async () => {
    const { add, end, reaches, started } = lane({ concurrency: 9, requestsPerMinute: 3 });
    void add('a1');
    await reaches('a1');
    await advance(MINUTE - 1_000);
    for (const name of ['a2', 'a3', 'a4', 'a5']) void add(name);
    await reaches('a1', 'a2', 'a3');
    end('a1', 'a2', 'a3');
    await settle();
    expect(started).toHaveLength(3);
    await advance(1_000);
    await reaches('a1', 'a2', 'a3', 'a4');
    await advance(MINUTE - 2_000);
    expect(started).toHaveLength(4);
    await advance(1_000);
    await reaches('a1', 'a2', 'a3', 'a4', 'a5');
  });

  test('a newcomer goes first when a minute’s requests come back', async () => {
    const { add, end, reaches } = lane({ concurrency: 1, requestsPerMinute: 1 });
    for (const name of ['run1', 'run2', 'run3']) void add(name);
    await reaches('run1');
    end('run1');
    void add('ask1');
    await settle();
    await advance(MINUTE);
    await reaches('run1', 'ask1');
  });

  test.each([{ requestsPerMinute: 3 }, { tokensPerMinute: 3 }])(
    'what was aborted costs nothing of the minute: %j',
    async (limit) => {
      const { add, end, reaches } = lane({ concurrency: 1, ...limit });
      void add('a1');
      await reaches('a1');
      const abort = new AbortController();
      for (let at = 0; at < 9; at++) void add(`b${at}`, { signal: abort.signal });
      await settle();
      abort.abort();
      end('a1');
      await settle();
      void add('c1');
      void add('c2');
      await reaches('a1', 'c1');
      end('c1');
      await reaches('a1', 'c1', 'c2');
    },
  );

  test('keeps to the tokens of a minute, putting guesses right', async () => {
    const { add, turnOf, reaches, started } = lane({
      concurrency: 9,
      tokensPerMinute: 100,
    });
    void add('a1', { tokens: 100 });
    await reaches('a1');
    void add('a2', { tokens: 70 });
    await settle();
    expect(started).toEqual(['a1']);
    turnOf('a1').took(40);
    await reaches('a1', 'a2');
    void add('a3', { tokens: 1 });
    await settle();
    expect(started).toHaveLength(2);
    await advance(MINUTE);
    await reaches('a1', 'a2', 'a3');
  });

  test('lets a job of more tokens than a minute has start, and pays it off', async () => {
    const { add, reaches, started } = lane({ concurrency: 9, tokensPerMinute: 10 });
    void add('a1', { tokens: 500 });
    await reaches('a1');
    void add('a2');
    await settle();
    expect(started).toHaveLength(1);
    await advance(MINUTE);
    await reaches('a1', 'a2');
  });

  test('starts nothing during a pause, of which the longest counts', async () => {
    const { queue: way, add, reaches, started } = lane({ concurrency: 2 });
    way.pause(1_000);
    way.pause(200);
    void add('a1');
    await advance(999);
    expect(started).toEqual([]);
    expect(way.pausedMs).toBe(1);
    await advance(1);
    await reaches('a1');
  });

  test('holds a repeat back as well, and counts it as a request', async () => {
    const {
      queue: way,
      add,
      end,
      turnOf,
      reaches,
      started,
    } = lane({
      concurrency: 2,
      requestsPerMinute: 2,
    });
    void add('a1');
    await reaches('a1');
    way.pause(1_000);
    const again = turnOf('a1').again();
    let went = false;
    void again.then(() => {
      went = true;
    });
    await settle();
    expect(went).toBe(false);
    await advance(1_000);
    await again;
    void add('a2');
    await settle();
    expect(started).toEqual(['a1']);
    end('a1');
    await advance(MINUTE);
    await reaches('a1', 'a2');
  });

  test('does not wait out a pause beyond patience', async () => {
    const { queue: way, add, reaches } = lane({ concurrency: 2 }, 5_000);
    way.pause(6_000);
    void add('a1');
    await reaches('a1');
    expect(way.pausedMs).toBe(6_000 - SETTLE_MS);
  });

  test('follows limits that change, counting what was spent before', async () => {
    const { add, end, reaches, setLimits, started } = lane({ concurrency: 1 });
    for (let at = 1; at <= 9; at++) void add(`a${at}`);
    await reaches('a1');
    setLimits({ concurrency: 3 });
    end('a1');
    await reaches('a1', 'a2', 'a3', 'a4');
    setLimits({ concurrency: 9, requestsPerMinute: 5 });
    end('a2', 'a3', 'a4');
    await reaches('a1', 'a2', 'a3', 'a4', 'a5');
    await settle();
    expect(started).toHaveLength(5);
    setLimits({ concurrency: 9 });
    end('a5');
    await reaches('a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9');
  });

  test('holds no more than one timer for a long queue, and none without', async () => {
    const { queue: way, add, reaches } = lane({ concurrency: 1, requestsPerMinute: 1 });
    void add('a1');
    await reaches('a1');
    const abort = new AbortController();
    for (let at = 2; at <= 1000; at++) void add(`a${at}`, { signal: abort.signal });
    await settle();
    expect(vi.getTimerCount()).toBe(1);
    way.pause(1_000);
    abort.abort();
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });
});
