import { compare } from '../comparison/compare.ts';
import type { Snapshot } from './types.ts';

/** A run whole, for scripts: the plan with all settings, every trial, every judgement, the comparison. */
export function exportRun(snapshot: Snapshot) {
  const { plan, state, reason, trials, judgements, startedAt, finishedAt, usd } = snapshot;
  return {
    kind: 'dramatis-run',
    format: 1,
    run: plan.run,
    state,
    reason,
    startedAt,
    finishedAt,
    usd,
    plan,
    trials,
    judgements,
    comparison: compare(snapshot),
  };
}

/** The same as JSON lines: first the run with its settings, then each trial, judgement and measure. */
export function exportLines(snapshot: Snapshot): string {
  const { plan, trials, judgements, comparison, ...run } = exportRun(snapshot);
  const { trials: planned, ...settings } = plan;
  const plannedById = new Map(planned.map((trial) => [trial.id, trial]));
  const lines = [
    { type: 'run', ...run, ...settings },
    ...trials.map((trial) => ({ type: 'trial', ...plannedById.get(trial.id), ...trial })),
    ...judgements.map((judgement) => ({ type: 'judgement', ...judgement })),
    { type: 'comparison', ...comparison },
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
