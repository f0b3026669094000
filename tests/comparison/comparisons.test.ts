import { describe, expect, test, vi } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { comparisonStore, STATISTICS } from '../../core/comparison/comparison-store.ts';
import { createComparisons } from '../../core/comparison/create-comparisons.ts';
import type { RunIn, Snapshot } from '../../core/domain/run.ts';
import { openStore } from '../../core/store/open.ts';
import type { Shelf } from '../../core/store/store.ts';
import type { FinishedRun } from '../fixtures/finished.ts';
import { measuredRun } from '../fixtures/measured.ts';

const run = await measuredRun();
const comparison = compare(run);

/** A process that has these comparisons: what it computed, and what it could not keep. */
function process(shelf: Shelf, statistics?: number) {
  const compute = vi.fn(async (one: Snapshot) => compare(one));
  const unkept: unknown[] = [];
  const comparisons = createComparisons({
    compute,
    store: comparisonStore(shelf, statistics),
    onUnkept: (error) => unkept.push(error),
  });
  return { comparisons, compute, unkept };
}

async function emptyShelf(): Promise<Shelf> {
  return (await openStore('memory:')).namespace('comparisons');
}

describe('the comparison of a finished run', () => {
  test('is computed once for all who ask at the same time, and after', async () => {
    const { comparisons, compute } = process(await emptyShelf());
    const four = await Promise.all(Array.from({ length: 4 }, () => comparisons.of({ ...run })));
    expect(compute).toHaveBeenCalledTimes(1);
    expect(four).toEqual(Array(4).fill(comparison));
    await comparisons.of({ ...run });
    expect(compute).toHaveBeenCalledTimes(1);
  });

  test('is kept with the run, for other processes', async () => {
    const shelf = await emptyShelf();
    await process(shelf).comparisons.of(run);
    const { comparisons, compute } = process(shelf);
    expect(await comparisons.of(run)).toEqual(JSON.parse(JSON.stringify(comparison)));
    expect(compute).not.toHaveBeenCalled();
  });

  test.each([
    ['its state', (one: Snapshot): Snapshot => ({ ...one, settled: one.settled - 1 })],
    ['its trials', (one: Snapshot): Snapshot => ({ ...one, trials: one.trials.slice(1) })],
    [
      'its judgements',
      (one: Snapshot): Snapshot => ({ ...one, judgements: one.judgements.slice(1) }),
    ],
    [
      'what it carries on',
      (one: FinishedRun): Snapshot => ({ ...one, plan: { ...one.plan, evidence: {} } }),
    ],
  ])('is computed anew where %s differs', async (_, changed) => {
    const shelf = await emptyShelf();
    const { comparisons, compute } = process(shelf);
    await comparisons.of(run);
    expect(await comparisons.of(changed(run))).toEqual(compare(changed(run)));
    expect(compute).toHaveBeenCalledTimes(2);
  });

  test('is computed anew by other statistics', async () => {
    const shelf = await emptyShelf();
    await process(shelf, STATISTICS).comparisons.of(run);
    const { comparisons, compute } = process(shelf, STATISTICS + 1);
    await comparisons.of(run);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['is damaged', (kept: object) => ({ ...kept, comparison: { measures: 'none' } })],
    ['is of a newer version', (kept: object) => ({ ...kept, schemaVersion: 99 })],
  ])('is computed anew where what was kept %s', async (_, spoiled) => {
    const shelf = await emptyShelf();
    await process(shelf).comparisons.of(run);
    await shelf.set(run.plan.runId, spoiled((await shelf.get<object>(run.plan.runId)) ?? {}));
    const { comparisons, compute } = process(shelf);
    expect(await comparisons.of(run)).toEqual(comparison);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  test('is there though the store is not', async () => {
    const away = async () => Promise.reject(new Error('away'));
    const { comparisons, unkept } = process({
      get: away,
      getMany: away,
      set: away,
      delete: away,
    });
    expect(await comparisons.of(run)).toEqual(comparison);
    await new Promise(setImmediate);
    expect(unkept).toEqual([new Error('away')]);
  });

  test('is tried again after it could not be computed', async () => {
    const { comparisons, compute } = process(await emptyShelf());
    compute.mockRejectedValueOnce(new Error('broken'));
    await expect(comparisons.of(run)).rejects.toThrow('broken');
    expect(await comparisons.of(run)).toEqual(comparison);
  });

  test('is forgotten for others that were used since, and read back', async () => {
    const { comparisons, compute } = process(await emptyShelf());
    const named = (name: string) => ({ ...run, plan: { ...run.plan, runId: name } });
    const names = Array.from({ length: 33 }, (_, at) => `run-${at}`);
    compute.mockResolvedValue(comparison);
    const first = await comparisons.of(named('run-0'));
    for (const name of names) await comparisons.of(named(name));
    expect(compute).toHaveBeenCalledTimes(33);
    const again = await comparisons.of(named('run-0'));
    expect(again).not.toBe(first);
    expect(compute).toHaveBeenCalledTimes(33);
  });
});

describe('the comparison of what is not finished', () => {
  const part: RunIn<'running'> = {
    ...run,
    state: 'running',
    settled: 20,
    trials: run.trials.slice(0, 20),
    judgements: run.judgements.slice(0, 80),
  };

  test('is not kept, since the next state has another', async () => {
    const shelf = await emptyShelf();
    const { comparisons } = process(shelf);
    expect(await comparisons.of(part)).toEqual(compare(part));
    expect(
      await comparisons.of({ ...part, state: 'cancelled', finishedAt: run.finishedAt }),
    ).toMatchObject({
      finding: 'Stopped after 20 of 60 trials: the figures are partial, and nothing is compared.',
    });
    expect(await shelf.get(run.plan.runId)).toBeUndefined();
  });

  test('needs a thread only where there is much of it', async () => {
    const { comparisons, compute } = process(await emptyShelf());
    await comparisons.of(part);
    expect(compute).not.toHaveBeenCalled();
    const much = { ...part, judgements: Array(200).fill(run.judgements[0]) };
    await comparisons.of(much);
    expect(compute).toHaveBeenCalledTimes(1);
  });
});
