import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { compare, known, remember } from './compare.ts';

/** Threads at a time: more of them would only share the cores. */
const threads = pLimit(2);
const underWay = new WeakMap<Snapshot, Promise<Comparison>>();

/**
 * As `compare`, in a thread of its own: resampling takes seconds, and a platform waits three of them for an
 * answer to whatever else is asked. `compare` has it at once from then on.
 */
export async function compareInWorker(snapshot: Snapshot): Promise<Comparison> {
  // A question has no figures, and those of what is not finished are not resampled.
  const { plan, state } = snapshot;
  if (known(snapshot) || plan.kind === 'ask' || state !== 'done') return compare(snapshot);
  const found = underWay.get(snapshot) ?? threads(() => inThread(snapshot));
  underWay.set(snapshot, found);
  return found;
}

async function inThread(snapshot: Snapshot): Promise<Comparison> {
  try {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: snapshot });
    const [comparison] = await once(worker, 'message');
    remember(snapshot, comparison);
  } catch {
    // A thread that is not to be had costs time, and no figures.
  }
  return compare(snapshot);
}
