import type { App } from '../../core/app/app.ts';
import type { Message } from '../../core/views/view.ts';
import type { Pacer } from '../live-message.ts';
import type { MessageRef, Platform } from '../platform.ts';

/** Loaded with the first run that is shown, since a command that shows none should be there at once. */
const loadViews = () => import('../../core/views/run.ts');
const loadKeeping = () => import('../live-message.ts');

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

  /** Gives, for each state, what draws it: most states never are drawn. */
  async function* statesOf(runId: string): AsyncGenerator<() => Message> {
    const { runMessage } = await loadViews();
    let comparisonOf: ReturnType<typeof comparisons.follow> | undefined;
    for await (const run of runs.follow(runId)) {
      if (!comparisonOf || run.state !== 'running') {
        comparisonOf = comparisons.follow(run, await comparisons.of(run));
      }
      const compared = comparisonOf;
      yield () => runMessage(run, compared(run), now());
    }
  }

  async function untilEnded(
    platform: Platform,
    runId: string,
    ref: MessageRef,
    shown: Message | undefined,
  ): Promise<void> {
    const { createPacer, keepCurrent } = await loadKeeping();
    const pacer = pacers.get(platform.id) ?? createPacer(platform.editEveryMs);
    pacers.set(platform.id, pacer);
    await keepCurrent({
      states: statesOf(runId),
      shown: shown ? JSON.stringify(shown) : '',
      pacer,
      draw: (drawState) => {
        const message = drawState();
        return { key: JSON.stringify(message), edit: () => platform.edit(ref, message) };
      },
      onError: (error) =>
        log.warn({ err: error, run: runId, platform: platform.id }, 'a live edit failed'),
    });
  }

  return {
    async draw(runId) {
      const run = await runs.get(runId);
      const [{ runMessage }, comparison] = await Promise.all([loadViews(), comparisons.of(run)]);
      return runMessage(run, comparison, now());
    },
    keep(platform, runId, ref, shown) {
      // Each message of its own: a run that is shown a second time is kept current in both.
      const key = JSON.stringify([platform.id, runId, ref]);
      if (tasks.has(key)) return;
      const task = untilEnded(platform, runId, ref, shown)
        .catch((error: unknown) => log.error({ err: error }, 'a message is not kept current'))
        .finally(() => tasks.delete(key));
      tasks.set(key, task);
    },
    async settle() {
      await Promise.all(tasks.values());
    },
  };
}
