import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { compare, compareUnfinished, isResampled } from './compare.ts';
import type { Comparisons } from './comparisons.ts';

/** Threads at a time: more of them would only share the cores. */
const THREADS = 2;

export function createComparisons(): Comparisons {
  const threads = pLimit(THREADS);
  return {
    of: async (run) => (isResampled(run) ? threads(() => inThread(run)) : compare(run)),
    soFar: compareUnfinished,
  };
}

async function inThread(run: Snapshot): Promise<Comparison> {
  try {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: run });
    const [comparison] = await once(worker, 'message');
    return comparison;
  } catch {
    // A thread that is not to be had costs time, and no figures.
    return compare(run);
  }
}
