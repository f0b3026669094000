import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { moduleFile } from '../files/package-files.ts';
import { compare } from './compare.ts';
import { writeRun } from './run-text.ts';

/** Threads at a time: more of them would only share the cores. */
const THREADS = 2;
/** A thread is used again for what comes soon after, and then gives its memory back. */
const IDLE_MS = 10_000;

export interface WorkerPool {
  /** Rejects once the pool is closed. */
  compare(run: Snapshot): Promise<Comparison>;
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** The module that a thread runs. */
  readonly file?: URL;
  /** Compares a run in this thread, where no other is to be had: that costs time, and no figures. */
  readonly compareHere?: (run: Snapshot) => Comparison;
}

/** Threads that compare runs. None is started before there is a run to compare. */
export function createWorkerPool({
  file = moduleFile('core/comparison/worker'),
  compareHere = compare,
}: WorkerPoolOptions = {}): WorkerPool {
  const limit = pLimit(THREADS);
  const threads = new Set<Worker>();
  /** Those without work, each with what ends it. */
  const idle = new Map<Worker, NodeJS.Timeout>();
  let closed = false;

  const take = (): Worker => {
    const [found] = idle.keys();
    if (!found) return start();
    clearTimeout(idle.get(found));
    idle.delete(found);
    return found;
  };

  const start = (): Worker => {
    const thread = new Worker(file);
    threads.add(thread);
    thread.once('exit', () => {
      threads.delete(thread);
      clearTimeout(idle.get(thread));
      idle.delete(thread);
    });
    // Whoever waits for its answer hears of it.
    thread.on('error', () => {});
    return thread;
  };

  const giveBack = (thread: Worker): void => {
    // It holds up no process that has nothing else to do.
    thread.unref();
    const end = () => void thread.terminate();
    idle.set(thread, setTimeout(end, IDLE_MS).unref());
  };

  const inThread = async (run: Snapshot): Promise<Comparison> => {
    const text = await writeRun(run);
    if (closed) throw new Error('no thread compares runs any more');
    const thread = take();
    const comparison = await answerOf(thread, text);
    giveBack(thread);
    return comparison;
  };

  return {
    compare: async (run) => {
      try {
        return await limit(() => inThread(run));
      } catch (error) {
        if (closed) throw error;
        return compareHere(run);
      }
    },
    close: async () => {
      closed = true;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/** Rejects where the thread breaks, or is ended. */
async function answerOf(thread: Worker, message: unknown): Promise<Comparison> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(thread, 'exit', { signal }).then(() => {
    throw new Error('the thread has ended');
  });
  thread.ref();
  thread.postMessage(message);
  try {
    const [answer] = await Promise.race([once(thread, 'message', { signal }), ended]);
    return answer;
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}
