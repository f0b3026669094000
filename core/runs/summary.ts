import type { RunSummary, Snapshot } from '../domain/run.ts';

export function summaryOf(snapshot: Snapshot): RunSummary {
  const { plan, state, reason, settled, usd, startedAt, resumedAt, finishedAt } = snapshot;
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
    state,
    reason,
    trials: plan.trials.length,
    settled,
    usd,
    startedAt,
    resumedAt,
    finishedAt,
  };
}
