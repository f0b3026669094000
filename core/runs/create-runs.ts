import type { Logger } from 'pino';
import type { Models } from '../models/models.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { Archive } from './archive.ts';
import { createBudgets } from './budgets.ts';
import { drive } from './drive.ts';
import { runLifecycle } from './run-lifecycle.ts';
import { runReader } from './run-reader.ts';
import { runRegistry } from './run-registry.ts';
import type { Runs } from './runs.ts';
import type { RunSettings } from './settings.ts';
import { spender } from './spending.ts';

export interface RunTools {
  readonly archive: Archive;
  readonly models: Models;
  readonly config: () => RunSettings;
  readonly scorers: () => Promise<ReadonlyMap<string, Scorer>>;
  readonly log: Logger;
  readonly now: () => Date;
}

export function createRuns(tools: RunTools): Runs {
  const { archive, now } = tools;
  let stopping = false;
  const isStopping = () => stopping;
  const budget = createBudgets(tools);
  const live = runRegistry(
    (run) => drive(run, { ...tools, forbids: budget.forbids, isStopping }),
    budget.release,
  );
  const { find, ...reading } = runReader(archive, live, now);
  return {
    ...reading,
    ...runLifecycle({ ...tools, budget, live, find, isStopping }),
    spend: spender({ archive, budget, now }),
    stop: async () => {
      stopping = true;
      await live.stopAll();
    },
  };
}
