import type { Snapshot } from '../domain/run.ts';
import { plural } from '../text/plural.ts';
import { runActions } from './actions.ts';
import { columnsBlock } from './columns.ts';
import { progressBlock } from './progress.ts';
import { smallPrint } from './small-print.ts';
import type { Block, View } from './view.ts';

/** One prompt, its answers side by side. */
export function askView(snapshot: Snapshot, now: Date): View {
  const { plan } = snapshot;
  const blocks: Block[] = [
    { kind: 'heading', text: askHeading(snapshot) },
    { kind: 'quote', text: plan.probe.title },
    ...(snapshot.state === 'running' ? [progressBlock(snapshot, now)] : []),
    columnsBlock(snapshot),
    { kind: 'note', text: smallPrint(snapshot) },
  ];
  return { state: viewState(snapshot), blocks, actions: runActions(snapshot) };
}

function askHeading({ plan }: Snapshot): string {
  const verb = plan.origin.kind === 'new' ? 'asked' : 'asked further';
  const samples = plan.samples === 1 ? '' : ` · ${plan.samples} samples each`;
  return `${plan.by.name} ${verb} ${plural(plan.subjects.length, 'subject')}${samples}`;
}

/** A run whose every trial failed is shown as failed; one lost cell is not a lost run. */
export function viewState(snapshot: Snapshot): View['state'] {
  switch (snapshot.state) {
    case 'waiting':
      return 'waiting';
    case 'running':
      return 'running';
    case 'failed':
      return 'failed';
    // Somebody chose it, or it will go on: neither well done nor failed.
    case 'cancelled':
    case 'interrupted':
      return 'info';
    case 'done':
      return snapshot.trials.some((trial) => trial.outcome !== 'failed') ? 'done' : 'failed';
  }
}
