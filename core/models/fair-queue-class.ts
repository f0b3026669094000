import type { Queue } from 'p-queue';
import type { FairQueue } from './fair-queue.ts';
import type { OwnedOptions } from './provider-queue.ts';

type RunFunction = () => Promise<unknown>;

/** A job as PQueue queues it. */
export interface QueuedJob {
  readonly id: string;
  readonly run: RunFunction;
}

/** A class, as PQueue wants one, around a fair queue. Whoever ends a job tells the fair queue so. */
export function fairQueueClass(queue: FairQueue<QueuedJob>) {
  const withdrawals = new Map<string, () => void>();
  return class implements Queue<RunFunction, OwnedOptions> {
    get size(): number {
      return queue.size;
    }

    enqueue(run: RunFunction, { owner = '', id = '' }: Partial<OwnedOptions> = {}): void {
      withdrawals.set(id, queue.push(owner, { id, run }));
    }

    dequeue(): RunFunction | undefined {
      const taken = queue.take();
      if (taken === undefined) return undefined;
      withdrawals.delete(taken.item.id);
      return taken.item.run;
    }

    remove(id: string): void {
      withdrawals.get(id)?.();
      withdrawals.delete(id);
    }

    /** By priority, of which there is none here. */
    filter(): RunFunction[] {
      return [];
    }

    setPriority(): void {}
  };
}
