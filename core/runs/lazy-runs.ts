import { once } from '../domain/once.ts';
import type { Runs } from './runs.ts';

/** Runs of which nothing is loaded before one of them is asked for. */
export function lazyRuns(open: () => Promise<Runs>): Runs {
  const runs = once(open);
  return {
    begin: async (plan, prior) => (await runs()).begin(plan, prior),
    resume: async (id) => (await runs()).resume(id),
    cancel: async (id) => (await runs()).cancel(id),
    get: async (id) => (await runs()).get(id),
    whole: async (id) => (await runs()).whole(id),
    recent: async (filter) => (await runs()).recent(filter),
    follow: async function* (id) {
      yield* (await runs()).follow(id);
    },
    interrupted: async () => (await runs()).interrupted(),
    spend: async (expected, work) => (await runs()).spend(expected, work),
    stop: async () => {
      await (await runs.begun())?.stop();
    },
  };
}
