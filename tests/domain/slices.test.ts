import { expect, test } from 'vitest';
import { inTurns, nextTurn, slices } from '../../core/domain/slices.ts';

/** Notes what is done in which turn of the event loop. */
function turns() {
  const done: string[][] = [[]];
  let stopped = false;
  const tick = () => {
    done.push([]);
    if (!stopped) setImmediate(tick);
  };
  setImmediate(tick);
  return {
    note: (what: string) => done.at(-1)?.push(what),
    stop: () => {
      stopped = true;
      return done;
    },
  };
}

test('a list is given in slices, each in a turn of its own', async () => {
  const { note, stop } = turns();
  const given: number[][] = [];
  for await (const slice of slices([1, 2, 3, 4, 5], 2)) {
    given.push([...slice]);
    note(slice.join());
  }
  expect(given).toEqual([[1, 2], [3, 4], [5]]);
  expect(Math.max(...stop().map((one) => one.length))).toBe(1);
});

test('an empty list has no slices', async () => {
  for await (const _ of slices([], 2)) expect.unreachable();
});

test('of several who work in slices one has each turn', async () => {
  const { note, stop } = turns();
  const work = async (name: string) => {
    for (let at = 0; at < 3; at++) {
      await nextTurn();
      note(`${name}${at}`);
    }
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  const done = stop();
  expect(Math.max(...done.map((one) => one.length))).toBe(1);
  expect(done.flat()).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
});

test('what is made one by one is made in turns', async () => {
  const { note, stop } = turns();
  const made = function* () {
    for (const one of ['x', 'y', 'z']) {
      note(one);
      yield one;
    }
  };
  expect(await inTurns(made())).toEqual(['x', 'y', 'z']);
  expect(Math.max(...stop().map((one) => one.length))).toBe(1);
});
