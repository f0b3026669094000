import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { recordComparison, recordJudgement, recordPlan, recordTrial } from './recorded-run.ts';

/** What an export says that it is; core/runs/import-run.ts reads it back. */
export const EXPORT = { kind: 'dramatis-run', format: 2 } as const;

/** A run whole, for scripts: the plan with all settings, every trial, every judgement, the comparison. */
export function exportRun(snapshot: Snapshot, comparison: Comparison) {
  const { plan, state, reason, trials, judgements, startedAt, finishedAt, usd } = snapshot;
  return {
    ...EXPORT,
    run: plan.runId,
    state,
    reason,
    startedAt,
    finishedAt,
    usd,
    plan: recordPlan(plan),
    trials: trials.map(recordTrial),
    judgements: judgements.map(recordJudgement),
    comparison: recordComparison(comparison),
  };
}

/**
 * The same as JSON lines: first the run with its settings, then each planned trial (one that was
 * never asked has no `outcome`), each judgement, and the comparison.
 */
export function exportLines(snapshot: Snapshot, compared: Comparison): string {
  const { plan, trials, judgements, comparison, ...run } = exportRun(snapshot, compared);
  const { trials: planned, ...settings } = plan;
  const finished = new Map(trials.map((trial) => [trial.id, trial]));
  const lines = [
    { type: 'run', ...run, plan: settings },
    ...planned.map((trial) => ({ type: 'trial', ...trial, ...finished.get(trial.id) })),
    ...judgements.map((judgement) => ({ type: 'judgement', ...judgement })),
    { type: 'comparison', ...comparison },
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
