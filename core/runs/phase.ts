import type { RunPhase, Started } from '../domain/run.ts';

/** The state of a run, and what is known in it, without the rest of the run. */
export function phaseOf(run: RunPhase): RunPhase {
  switch (run.state) {
    case 'waiting':
      return { state: 'waiting', reason: run.reason };
    case 'running': {
      const { startedAt, resumedAt } = run;
      return { state: 'running', startedAt, resumedAt };
    }
    case 'done': {
      const { startedAt, resumedAt, finishedAt } = run;
      return { state: 'done', startedAt, resumedAt, finishedAt };
    }
    case 'cancelled': {
      const { startedAt, resumedAt, finishedAt } = run;
      return { state: 'cancelled', startedAt, resumedAt, finishedAt };
    }
    case 'interrupted': {
      const { startedAt, resumedAt, finishedAt } = run;
      return { state: 'interrupted', startedAt, resumedAt, finishedAt };
    }
    case 'failed': {
      const { reason, startedAt, resumedAt, finishedAt } = run;
      return { state: 'failed', reason, startedAt, resumedAt, finishedAt };
    }
  }
}

/** When a run started, as far as it did. */
export function startOf(run: RunPhase): Partial<Started> {
  if (run.state === 'waiting' || run.startedAt === undefined) return {};
  return { startedAt: run.startedAt, resumedAt: run.resumedAt };
}
