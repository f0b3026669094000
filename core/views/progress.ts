import type { RunIn } from '../domain/run.ts';
import type { ProgressBlock } from './view.ts';

/** Before this many trials, or this share of them, a rate is a guess: no time is shown. */
const KNOWN_AFTER = { trials: 4, share: 0.04 };

export function progressBlock(snapshot: RunIn<'running'>, now: Date): ProgressBlock {
  const { plan, settled, settledBefore, startedAt, resumedAt, usd } = snapshot;
  const expected = plan.estimate.usd;
  return {
    kind: 'progress',
    done: settled,
    total: plan.trials.length,
    failed: snapshot.trials.filter((trial) => trial.outcome === 'failed').length,
    // The pace is that of this stretch: a pause before it says nothing of what is left.
    secondsLeft: secondsLeft(
      settled - settledBefore,
      plan.trials.length - settledBefore,
      resumedAt ?? startedAt,
      now,
    ),
    cost: expected === undefined ? undefined : { soFar: usd ?? 0, expected },
  };
}

function secondsLeft(
  done: number,
  total: number,
  startedAt: string,
  now: Date,
): number | undefined {
  if (done < KNOWN_AFTER.trials || done < KNOWN_AFTER.share * total) return undefined;
  const elapsed = (now.getTime() - Date.parse(startedAt)) / 1000;
  return Math.max(1, Math.ceil((elapsed / done) * (total - done)));
}
