import type { RunParts, RunPhase, RunSummary } from '../domain/run.ts';
import type { FinishedTrial } from '../domain/trial.ts';
import { phaseOf } from './phase.ts';

/** As much of a run as its summary is made of. */
export type Summarised = RunPhase & Pick<RunParts<FinishedTrial>, 'plan' | 'settled' | 'usd'>;

export function summaryOf(run: Summarised): RunSummary {
  const { plan, settled, usd } = run;
  return {
    runId: plan.runId,
    kind: plan.kind,
    title: plan.kind === 'ask' ? plan.probe.title : plan.probe.name,
    analogue: plan.probe.analogue,
    subjectIds: plan.subjects.map((subject) => subject.subjectId),
    samples: plan.samples,
    by: plan.by,
    channel: plan.channel,
    simulated: plan.simulated,
    plannedAt: plan.plannedAt,
    ...phaseOf(run),
    trials: plan.trials.length,
    settled,
    usd,
  };
}
