import type { Snapshot } from '../run/types.ts';
import { count, dollars, duration, outcomesText, seedText } from './words.ts';

/** What a repeat or a doubt needs, in one muted line. */
export function smallPrint(snapshot: Snapshot): string {
  const { plan, trials, startedAt, finishedAt } = snapshot;
  const simulated = plan.subjects.filter((subject) => subject.simulated).length;
  const took =
    startedAt === undefined || finishedAt === undefined
      ? undefined
      : duration(Date.parse(finishedAt) - Date.parse(startedAt));
  const cached = trials.filter((trial) => trial.cached).length;
  return [
    simulationText(simulated, plan.subjects.length),
    snapshot.state === 'waiting' ? undefined : outcomesText(trials.map((trial) => trial.outcome)),
    stateText(snapshot),
    cached > 0 ? `${count(cached, 'answer')} from the cache` : undefined,
    snapshot.usd === undefined ? 'price unknown' : dollars(snapshot.usd),
    took,
    `seed ${seedText(plan.seed)}`,
    plan.kind === 'probe' ? `probe v${plan.probe.version}` : undefined,
    `run ${plan.run}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function simulationText(simulated: number, all: number): string | undefined {
  if (simulated === 0) return undefined;
  return simulated === all
    ? 'Simulation: no real model was asked'
    : `Simulation: ${simulated} of ${count(all, 'subject')} are simulated`;
}

function stateText({ state, reason, plan, trials }: Snapshot): string | undefined {
  const part = `${trials.length} of ${plan.trials.length}`;
  switch (state) {
    case 'cancelled':
      return `cancelled after ${part}`;
    case 'interrupted':
      return `interrupted after ${part}`;
    case 'failed':
      return `stopped after ${part}${reason === undefined ? '' : `: ${reason}`}`;
    case 'waiting':
    case 'running':
    case 'done':
      return undefined;
  }
}
