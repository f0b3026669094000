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
});

test('a job that is always refused is given up in the end', async () => {
  const outcome = retryWhenRateLimited(async () => {
    throw new RateLimited(10);
  }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await outcome).toBeInstanceOf(RateLimited);
});
