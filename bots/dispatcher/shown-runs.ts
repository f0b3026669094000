import type { Store } from '../../core/store/store.ts';
import type { MessageRef, Platform } from '../platform.ts';

/** The message that shows a run. */
export interface ShownRun {
  readonly channel: string;
  readonly ref: MessageRef;
}

/**
 * Remembers which message shows a run, so that a thread is found and a restart goes on in the same
 * message. One for each platform: a run that is shown on another too keeps its thread on this one.
 */
export interface ShownRuns {
  find(platform: Platform, runId: string): Promise<ShownRun | undefined>;
  save(platform: Platform, runId: string, shown: ShownRun): Promise<void>;
}

export function createShownRuns(store: Pick<Store, 'namespace'>): ShownRuns {
  const shown = store.namespace('shown');
  const keyOf = (platform: Platform, runId: string) => `${platform.id}/${runId}`;
  return {
    find: async (platform, runId) =>
      platform.keepsMessages ? shown.get<ShownRun>(keyOf(platform, runId)) : undefined,
    save: async (platform, runId, where) => {
      if (platform.keepsMessages) await shown.set(keyOf(platform, runId), where);
    },
  };
}
