import type { Snapshot } from '../domain/run.ts';
import { duration } from '../text/duration.ts';
import { dollars } from '../text/money.ts';
import { plural } from '../text/plural.ts';
import { outcomesText, seedText } from './phrases.ts';

/** The small print: all that a repeat or a doubt needs, in one muted line. */
export function smallPrint(snapshot: Snapshot): string {
  const { plan, trials } = snapshot;
  const simulated = plan.subjects.filter((subject) => subject.simulated).length;
  const cached = trials.filter((trial) => trial.cached).length;
  return [
    simulationText(simulated, plan.subjects.length),
    snapshot.state === 'waiting' ? undefined : outcomesText(trials.map((trial) => trial.outcome)),
    stateText(snapshot),
    cached > 0 ? `${plural(cached, 'answer')} from the cache` : undefined,
    costText(snapshot),
    timeText(snapshot),
    `seed ${seedText(plan.seed)}`,
    originText(plan),
    plan.kind === 'probe' ? `probe v${plan.probe.version}` : undefined,
    `run ${plan.runId}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Who asks again because of what was seen explores: no repeat is a first look. */
function originText({ kind, origin, evidence }: Snapshot['plan']): string | undefined {
  switch (origin.kind) {
    case 'rescore':
      return `answers of run ${origin.of}${evidence ? ', a repeat: exploratory' : ''}`;
    case 'repeat':
      return kind === 'probe' ? `a repeat of run ${origin.of}: exploratory` : undefined;
    case 'follow-up':
    case 'new':
      return undefined;
  }
}

/** How long a run took that has ended. */
function timeText(run: Snapshot): string | undefined {
  if (run.state === 'waiting' || run.state === 'running') return undefined;
  const { startedAt, resumedAt, finishedAt } = run;
  if (startedAt === undefined || finishedAt === undefined) return undefined;
  const paused = resumedAt === undefined ? '' : ' with a pause';
  return `${duration(Date.parse(finishedAt) - Date.parse(startedAt))}${paused}`;
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

function stateText(run: Snapshot): string | undefined {
  const part = `${run.trials.length} of ${run.plan.trials.length}`;
  switch (run.state) {
    case 'cancelled':
      return `cancelled after ${part}`;
    case 'interrupted':
      return `interrupted after ${part}`;
    case 'failed':
      return `stopped after ${part}: ${run.reason}`;
    case 'waiting':
    case 'running':
    case 'done':
      return undefined;
  }
}
