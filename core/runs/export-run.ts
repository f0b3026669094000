import type { Comparison } from '../domain/comparison.ts';
import type { RunPhase, WholeRun } from '../domain/run.ts';
import { slices } from '../domain/slices.ts';
import { recordComparison, recordJudgement, recordPlan, recordTrial } from './recorded-run.ts';

/** The mark of an export; core/runs/import-run.ts reads it back. */
export const EXPORT = { kind: 'dramatis-run', format: 2 } as const;

/** A run whole, for scripts: the plan with all settings, every trial, every judgement, the comparison. */
export function exportRun(snapshot: WholeRun, comparison: Comparison) {
  return {
    ...headOf(snapshot),
    plan: recordPlan(snapshot.plan),
    trials: snapshot.trials.map(recordTrial),
    judgements: snapshot.judgements.map(recordJudgement),
    comparison: recordComparison(comparison),
  };
}

/** Trials or judgements that are written before others have their turn: a few milliseconds of work. */
const SLICE = 100;

/**
 * The same as JSON lines: first the run with its settings, then each planned trial (one that was
 * never asked has no `outcome`), each judgement, and the comparison.
 */
export async function exportLines(snapshot: WholeRun, comparison: Comparison): Promise<string> {
  const { trials: planned, ...settings } = recordPlan(snapshot.plan);
  const finished = new Map(snapshot.trials.map((trial) => [trial.trialId, trial]));
  const pieces: string[] = [linesOf([{ type: 'run', ...headOf(snapshot), plan: settings }])];
  for await (const slice of slices(planned, SLICE)) {
    const lines = slice.map((trial) => {
      const answered = finished.get(trial.id);
      return { type: 'trial', ...trial, ...(answered ? recordTrial(answered) : {}) };
    });
    pieces.push(linesOf(lines));
  }
  for await (const slice of slices(snapshot.judgements, SLICE)) {
    pieces.push(linesOf(slice.map((one) => ({ type: 'judgement', ...recordJudgement(one) }))));
  }
  pieces.push(linesOf([{ type: 'comparison', ...recordComparison(comparison) }]));
  return pieces.join('');
}

function headOf(run: WholeRun) {
  return { ...EXPORT, run: run.plan.runId, ...exportedPhase(run), usd: run.usd };
}

/** The state with what an export tells of it. */
function exportedPhase(run: RunPhase) {
  return {
    state: run.state,
    reason: 'reason' in run ? run.reason : undefined,
    startedAt: 'startedAt' in run ? run.startedAt : undefined,
    finishedAt: 'finishedAt' in run ? run.finishedAt : undefined,
  };
}

function linesOf(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
