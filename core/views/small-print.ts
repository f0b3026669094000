import type { Snapshot } from '../domain/run.ts';
import { duration } from '../text/duration.ts';
import { dollars } from '../text/money.ts';
import { plural } from '../text/plural.ts';
import { outcomesText, seedText } from './phrases.ts';

/** What a repeat or a doubt needs, in one muted line. */
export function smallPrint(snapshot: Snapshot): string {
  const { plan, trials, startedAt, resumedAt, finishedAt } = snapshot;
  const simulated = plan.subjects.filter((subject) => subject.simulated).length;
  const paused = resumedAt === undefined ? '' : ' with a pause';
  const took =
    startedAt === undefined || finishedAt === undefined
      ? undefined
      : `${duration(Date.parse(finishedAt) - Date.parse(startedAt))}${paused}`;
  const cached = trials.filter((trial) => trial.cached).length;
  return [
    simulationText(simulated, plan.subjects.length),
    snapshot.state === 'waiting' ? undefined : outcomesText(trials.map((trial) => trial.outcome)),
    stateText(snapshot),
    cached > 0 ? `${plural(cached, 'answer')} from the cache` : undefined,
    costText(snapshot),
    took,
    `seed ${seedText(plan.seed)}`,
    originText(plan),
    plan.kind === 'probe' ? `probe v${plan.probe.version}` : undefined,
    `run ${plan.runId}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Who asks again because of what was seen explores: no repeat is a first look. */
function originText({ kind, from, rescored, evidence }: Snapshot['plan']): string | undefined {
  if (rescored) return `answers of run ${from}${evidence ? ', a repeat: exploratory' : ''}`;
  return kind === 'probe' && from !== undefined
    ? `a repeat of run ${from}: exploratory`
    : undefined;
}

function simulationText(simulated: number, all: number): string | undefined {
  if (simulated === 0) return undefined;
  return simulated === all
    ? 'Simulation: no real model was asked'
    : `Simulation: ${simulated} of ${plural(all, 'subject')} are simulated`;
}

/** A sum of which a part is unknown is a floor, and says so. */
function costText({ plan, trials, usd }: Snapshot): string | undefined {
  if (trials.length === 0) return undefined;
  if (usd === undefined) return 'price unknown';
  if (plan.estimate.usd === undefined) return `${dollars(usd)} and what has no price configured`;
  return dollars(usd);
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
