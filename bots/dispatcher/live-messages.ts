import type { App } from '../../core/app/app.ts';
import type { Comparison } from '../../core/domain/comparison.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { runMessage } from '../../core/views/run.ts';
import type { Message } from '../../core/views/view.ts';
import { createPacer, keepCurrent, type Pacer } from '../live-message.ts';
import type { MessageRef, Platform } from '../platform.ts';

/** A state of a run, and what gives its comparison when it is drawn: most states never are. */
interface Drawable {
  readonly run: Snapshot;
  readonly comparisonOf: (run: Snapshot) => Comparison;
}

/** Keeps the messages that show runs current, until the runs end. */
export interface LiveMessages {
  /** A run's message as it stands. */
  draw(runId: string): Promise<Message>;
  /** @param shown the message as it was posted; absent: it is not known what stands there. */
  keep(platform: Platform, runId: string, ref: MessageRef, shown?: Message): void;
  /** Waits for the last edit of each. */
  settle(): Promise<void>;
}

export function createLiveMessages(
  app: Pick<App, 'runs' | 'comparisons' | 'now' | 'log'>,
): LiveMessages {
  const { runs, comparisons, now, log } = app;
  const pacers = new Map<string, Pacer>();
  const tasks = new Map<string, Promise<void>>();

  const pacerOf = (platform: Platform): Pacer => {
    const pacer = pacers.get(platform.id) ?? createPacer(platform.editEveryMs);
    pacers.set(platform.id, pacer);
    return pacer;
  };

  async function* statesOf(runId: string): AsyncGenerator<Drawable> {
    let comparisonOf: Drawable['comparisonOf'] | undefined;
    for await (const run of runs.follow(runId)) {
      if (!comparisonOf || run.state !== 'running') {
        comparisonOf = comparisons.follow(run, await comparisons.of(run));
      }
      yield { run, comparisonOf };
    }
  }

  return {
    async draw(runId) {
      const run = await runs.get(runId);
      return runMessage(run, await comparisons.of(run), now());
    },
    keep(platform, runId, ref, shown) {
      // Each message of its own: a run that is shown a second time is kept current in both.
      const key = JSON.stringify([platform.id, runId, ref]);
      if (tasks.has(key)) return;
      const task = keepCurrent({
        states: statesOf(runId),
        shown: shown ? JSON.stringify(shown) : '',
        pacer: pacerOf(platform),
        draw: ({ run, comparisonOf }: Drawable) => {
          const message = runMessage(run, comparisonOf(run), now());
          return { key: JSON.stringify(message), edit: () => platform.edit(ref, message) };
        },
        onError: (error) =>
          log.warn({ err: error, run: runId, platform: platform.id }, 'a live edit failed'),
      }).finally(() => tasks.delete(key));
      tasks.set(key, task);
    },
    async settle() {
      await Promise.all(tasks.values());
    },
  };
}
