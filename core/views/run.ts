import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';
import { askView } from './ask.ts';
import { probeView } from './probe.ts';
import type { Message } from './view.ts';
import { waitingView } from './waiting-run.ts';

/** The message that shows a run, at any moment of it. */
export function runMessage(
  snapshot: Snapshot,
  comparison: Comparison,
  now: Date,
  kinds: MeasureKinds = MEASURES,
): Message {
  if (snapshot.state === 'waiting') return { view: waitingView(snapshot) };
  return {
    view:
      snapshot.plan.kind === 'ask'
        ? askView(snapshot, now)
        : probeView(snapshot, comparison, now, kinds),
  };
}
