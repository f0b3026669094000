import { type Asker, isOperator } from '../domain/access.ts';
import type { Snapshot, WholeRun } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import { quoted } from '../text/quoted.ts';
import type { Runs } from './runs.ts';

/** A run that the asker's channel may see. @throws UserError, the same as where there is no such run */
export async function requireRunAccess(runs: Runs, asker: Asker, typed: string): Promise<Snapshot> {
  const run = await runs.get(typed);
  if (isOperator(asker) || run.plan.channel === asker.channel) return run;
  throw new UserError(
    `No run of this channel is called ${quoted(typed)}.`,
    'See /probe history, or ask where it was run.',
    { code: 'not-found' },
  );
}

/** As `requireRunAccess`, with every word of the run. @throws UserError */
export async function requireWholeRun(runs: Runs, asker: Asker, typed: string): Promise<WholeRun> {
  const { plan } = await requireRunAccess(runs, asker, typed);
  return runs.whole(plan.runId);
}
