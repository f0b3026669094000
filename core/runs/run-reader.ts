import type { RunSummary } from '../domain/run.ts';
import type { Archive } from './archive.ts';
import type { RunRegistry } from './run-registry.ts';
import type { Runs } from './runs.ts';
import { find as findStored, load, phaseNow, withWords } from './stored-run.ts';
import { summaryOf } from './summary.ts';

/** The part of `Runs` that changes nothing: runs of this process as they are, others as they are stored. */
export type RunReader = Pick<Runs, 'get' | 'whole' | 'recent' | 'follow' | 'interrupted'> & {
  /** The whole id for its first letters. @throws UserError */
  find(typed: string): Promise<string>;
};

export function runReader(archive: Archive, live: RunRegistry, now: () => Date): RunReader {
  const here = (runId: string) => live.get(runId)?.snapshot();

  const find = async (typed: string) => (live.get(typed) ? typed : findStored(archive, typed));

  const get: Runs['get'] = async (typed) => {
    const runId = await find(typed);
    // A run that is not under way may be started while it is loaded.
    const stored = here(runId) ? undefined : await load(archive, runId, now());
    return here(runId) ?? stored ?? load(archive, runId, now());
  };

  return {
    find,
    get,
    whole: async (typed) => withWords(archive, await get(typed)),
    recent: async ({ channel, limit }) => {
      const found: RunSummary[] = [];
      for await (const head of archive.heads()) {
        if (found.length === limit) break;
        if (channel !== undefined && head.channel !== channel) continue;
        const run = here(head.runId);
        found.push(run ? summaryOf(run) : { ...head, ...phaseNow(head, now()) });
      }
      return found;
    },
    follow: async function* (runId) {
      const run = live.get(runId);
      if (!run) {
        yield await load(archive, runId, now());
        return;
      }
      for (;;) {
        const changed = run.changed();
        const snapshot = run.snapshot();
        yield snapshot;
        if (snapshot.state !== 'running') return;
        await changed;
      }
    },
    interrupted: async () => {
      const found: string[] = [];
      for await (const head of archive.heads()) {
        const isHere = live.get(head.runId) !== undefined;
        if (!isHere && phaseNow(head, now()).state === 'interrupted') found.push(head.runId);
      }
      return found;
    },
  };
}
