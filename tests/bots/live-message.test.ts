import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPacer, keepCurrent } from '../../bots/live-message.ts';
import { RateLimited } from '../../bots/platform.ts';
import { retryWhenRateLimited } from '../../bots/retry.ts';

const PACE_MS = 1200;
/** What the limiter's own timers may take. */
const SLACK_MS = 10;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** States that a test pushes by hand. */
function states() {
  const queue: (number | 'end')[] = [];
  let wake = Promise.withResolvers<void>();
  return {
    push: (...next: (number | 'end')[]) => {
      queue.push(...next);
      wake.resolve();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const next = queue.shift();
        if (next === 'end') return;
        if (next !== undefined) {
          yield next;
          continue;
        }
        wake = Promise.withResolvers();
        await wake.promise;
      }
    },
  };
}

interface Edit {
  readonly state: number;
  readonly at: number;
}

function follow(
  source: AsyncIterable<number>,
  pace: ReturnType<typeof createPacer>,
  failing?: (edit: Edit) => unknown,
) {
  const edits: Edit[] = [];
  const errors: unknown[] = [];
  const start = Date.now();
  const done = keepCurrent({
    states: source,
    shown: 'key 0',
    pacer: pace,
    draw: (state: number) => ({
      key: `key ${state}`,
      edit: async () => {
        const edit = { state, at: Date.now() - start };
        const error = failing?.(edit);
        if (error) throw error;
        edits.push(edit);
      },
    }),
    onError: (error) => errors.push(error),
  });
  return { edits, errors, done };
}

describe('a live message', () => {
  test('shows the latest state at the pace, and the last one always', async () => {
    const source = states();
    const { edits, done } = follow(source, createPacer(PACE_MS));
    source.push(0, 1);
    await vi.advanceTimersByTimeAsync(SLACK_MS);
    source.push(2, 3, 4);
    await vi.advanceTimersByTimeAsync(PACE_MS);
    source.push(5, 6, 'end');
    await vi.advanceTimersByTimeAsync(3 * PACE_MS);
    await done;

    expect(edits.map(({ state }) => state)).toEqual([1, 4, 6]);
    const at = edits.map((edit) => Math.floor((edit.at + SLACK_MS) / PACE_MS));
    expect(at).toEqual([0, 1, 2]);
  });

  test('makes no edit that changes nothing', async () => {
    const source = states();
    const { edits, done } = follow(source, createPacer(PACE_MS));
    source.push(0, 0, 'end');
    await vi.advanceTimersByTimeAsync(2 * PACE_MS);
    await done;
    expect(edits).toEqual([]);
  });

  test('shares the pace with the other live messages of the port, last edits first', async () => {
    const pace = createPacer(PACE_MS);
    const sources = [states(), states(), states()];
    const followed = sources.map((source) => follow(source, pace));
    for (const source of sources.slice(0, 2)) source.push(1);
    await vi.advanceTimersByTimeAsync(SLACK_MS);
    sources[0]?.push(2);
    await vi.advanceTimersByTimeAsync(SLACK_MS);
    sources[2]?.push(9, 'end');
    await vi.advanceTimersByTimeAsync(4 * PACE_MS);
    for (const source of sources.slice(0, 2)) source.push('end');
    await vi.advanceTimersByTimeAsync(4 * PACE_MS);
    await Promise.all(followed.map(({ done }) => done));

    const times = followed
      .flatMap(({ edits }) => edits.map(({ at }) => at))
      .toSorted((a, b) => a - b);
    for (const [index, at] of times.entries()) {
      if (index > 0)
        expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(PACE_MS - SLACK_MS);
    }
    const last = followed[2]?.edits[0]?.at ?? Number.POSITIVE_INFINITY;
    expect(last).toBeLessThan(followed[0]?.edits.at(-1)?.at ?? 0);
  });

  test('waits as long as the platform says, and then makes the edit', async () => {
    const source = states();
    let refused = 0;
    const { edits, errors, done } = follow(source, createPacer(PACE_MS), () =>
      refused++ < 2 ? new RateLimited(5_000) : undefined,
    );
    source.push(1, 'end');
    await vi.advanceTimersByTimeAsync(20_000);
    await done;
    expect(edits).toHaveLength(1);
    expect(edits[0]?.at).toBeGreaterThanOrEqual(10_000);
    expect(edits[0]?.at).toBeLessThan(10_000 + 2 * SLACK_MS);
    expect(errors).toEqual([]);
  });

  test('tries the last edit again where the first try fails', async () => {
    const source = states();
    let failed = false;
    const { edits, errors, done } = follow(source, createPacer(PACE_MS), () => {
      if (failed) return undefined;
      failed = true;
      return new Error('the line dropped');
    });
    source.push(1, 'end');
    await vi.advanceTimersByTimeAsync(10 * PACE_MS);
    await done;
    expect(edits.map(({ state }) => state)).toEqual([1]);
    expect(errors).toHaveLength(1);
  });

  test('ends with its last state shown although the source broke', async () => {
    async function* broken() {
      yield 3;
      throw new Error('gone');
    }
    const { edits, errors, done } = follow(broken(), createPacer(PACE_MS));
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    await done;
    expect(edits.map(({ state }) => state)).toEqual([3]);
    expect(errors).toHaveLength(1);
  });

  test('is not edited where its only state is what was posted', async () => {
    const source = states();
    const { edits, done } = follow(source, createPacer(PACE_MS));
    source.push(0, 'end');
    await vi.advanceTimersByTimeAsync(3 * PACE_MS);
    await done;
    expect(edits).toEqual([]);
  });

  test('is edited to its only state where that is not what stands there', async () => {
    const source = states();
    const { edits, done } = follow(source, createPacer(PACE_MS));
    source.push(7, 'end');
    await vi.advanceTimersByTimeAsync(3 * PACE_MS);
    await done;
    expect(edits.map(({ state }) => state)).toEqual([7]);
  });

  test('goes back to a state that it showed before', async () => {
    const source = states();
    const { edits, done } = follow(source, createPacer(PACE_MS));
    source.push(1);
    await vi.advanceTimersByTimeAsync(SLACK_MS);
    source.push(0);
    await vi.advanceTimersByTimeAsync(PACE_MS + SLACK_MS);
    source.push(1, 'end');
    await vi.advanceTimersByTimeAsync(3 * PACE_MS);
    await done;
    expect(edits.map(({ state }) => state)).toEqual([1, 0, 1]);
  });

  test('is left alone by a source without states', async () => {
    const source = states();
    const { edits, errors, done } = follow(source, createPacer(PACE_MS));
    source.push('end');
    await vi.advanceTimersByTimeAsync(3 * PACE_MS);
    await done;
    expect([edits, errors]).toEqual([[], []]);
  });

  test('gives the last edit five tries and no more', async () => {
    const source = states();
    const { edits, errors, done } = follow(
      source,
      createPacer(PACE_MS),
      () => new Error('the line dropped'),
    );
    source.push(1);
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    expect(errors).toHaveLength(1);
    source.push('end');
    await vi.advanceTimersByTimeAsync(20 * PACE_MS);
    await done;
    expect(edits).toEqual([]);
    expect(errors).toHaveLength(1 + 5);
  });

  test('tries no other edit twice: the next state takes its place', async () => {
    const source = states();
    const tried: number[] = [];
    const { edits, errors, done } = follow(source, createPacer(PACE_MS), ({ state }) => {
      tried.push(state);
      return state === 1 ? new Error('the line dropped') : undefined;
    });
    source.push(1);
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    source.push(2);
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    expect(tried).toEqual([1, 2]);
    source.push('end');
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    await done;
    expect(edits.map(({ state }) => state)).toEqual([2]);
    expect(errors).toHaveLength(1);
  });

  test('makes up at the end for an edit that failed', async () => {
    const source = states();
    let failures = 1;
    const { edits, done } = follow(source, createPacer(PACE_MS), () =>
      failures-- > 0 ? new Error('the line dropped') : undefined,
    );
    source.push(1);
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    expect(edits).toEqual([]);
    source.push('end');
    await vi.advanceTimersByTimeAsync(5 * PACE_MS);
    await done;
    expect(edits.map(({ state }) => state)).toEqual([1]);
  });

  test('draws a state only when its turn has come', async () => {
    const source = states();
    const drawn: number[] = [];
    const done = keepCurrent({
      states: source,
      shown: '',
      pacer: createPacer(PACE_MS),
      draw: (state: number) => {
        drawn.push(state);
        return { key: String(state), edit: async () => {} };
      },
      onError: () => {},
    });
    source.push(1);
    await vi.advanceTimersByTimeAsync(SLACK_MS);
    source.push(2, 3, 4, 5, 'end');
    await vi.advanceTimersByTimeAsync(3 * PACE_MS);
    await done;
    expect(drawn.filter((state) => state !== 5)).toEqual([1]);
  });
});

describe('a turn', () => {
  test('is taken one at a time, the last edits before the others', async () => {
    const pacer = createPacer(PACE_MS);
    const done: string[] = [];
    const turn = (name: string, final = false) =>
      pacer.turn(async () => {
        done.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, PACE_MS));
        done.push(`${name} ends`);
      }, final);
    const all = [turn('first'), turn('second'), turn('third'), turn('last', true)];
    await vi.advanceTimersByTimeAsync(10 * PACE_MS);
    await Promise.all(all);
    expect(
      done.filter((each) => each.endsWith('begins')).map((each) => each.split(' ')[0]),
    ).toEqual(['first', 'last', 'second', 'third']);
    expect(done.map((each) => each.split(' ')[1])).toEqual(
      Array.from({ length: 4 }, () => ['begins', 'ends']).flat(),
    );
  });
});

describe('a job that the platform says to wait with', () => {
  test('is done after the wait', async () => {
    const at: number[] = [];
    const start = Date.now();
    const outcome = retryWhenRateLimited(async () => {
      at.push(Date.now() - start);
      if (at.length < 3) throw new RateLimited(at.length * 1000);
      return 'done';
    });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await outcome).toBe('done');
    expect(at).toEqual([0, 1000, 3000]);
  });

  test('is given up at the twentieth refusal', async () => {
    let tries = 0;
    const outcome = retryWhenRateLimited(async () => {
      tries += 1;
      throw new RateLimited(10);
    }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toBeInstanceOf(RateLimited);
    expect(tries).toBe(20);
  });

  test('is not tried again after any other error', async () => {
    let tries = 0;
    const broken = new Error('the line dropped');
    const outcome = retryWhenRateLimited(async () => {
      tries += 1;
      throw broken;
    });
    await expect(outcome).rejects.toBe(broken);
    expect(tries).toBe(1);
  });
});
