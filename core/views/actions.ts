import type { Snapshot } from '../domain/run.ts';
import type { Action } from './view.ts';

const MORE_SAMPLES = 10;

/**
 * The next steps for a run, the likeliest first; never more than five.
 * @param more whether it has figures that its message does not show.
 */
export function runActions(snapshot: Snapshot, more = false): readonly Action[] {
  const { plan, state, trials } = snapshot;
  const id = plan.runId;
  const answers: Action = {
    label: state === 'running' ? 'Show answers so far' : 'Full answers',
    line: `show ${id} --as answers`,
    style: state === 'running' ? 'plain' : 'primary',
  };
  const rerun: Action = { label: 'Rerun', line: `rerun ${id}`, style: 'plain' };
  switch (state) {
    case 'waiting':
      return [
        { label: 'Run it', line: `resume ${id}`, style: 'primary' },
        { label: 'Cancel', line: `cancel ${id}`, style: 'danger' },
      ];
    case 'running':
      return [{ label: 'Cancel', line: `cancel ${id}`, style: 'danger' }, answers];
    case 'interrupted':
    case 'cancelled':
    case 'failed':
      return [
        ...(canGoOn(snapshot)
          ? [{ label: 'Go on', line: `resume ${id}`, style: 'primary' as const }]
          : []),
        ...(trials.length > 0 ? [{ ...answers, style: 'plain' as const }] : []),
        rerun,
        { label: 'Export', line: `show ${id} --as export`, style: 'plain' },
      ];
    case 'done':
      return [
        answers,
        ...(more
          ? [{ label: 'All figures', line: `show ${id} --as figures`, style: 'plain' as const }]
          : []),
        ...(plan.samples < MORE_SAMPLES
          ? [
              {
                label: moreLabel(plan.kind),
                line: `rerun ${id} --samples ${MORE_SAMPLES}`,
                style: 'plain' as const,
              },
            ]
          : []),
        rerun,
        { label: 'Export', line: `show ${id} --as export`, style: 'plain' },
      ];
  }
}

/** A run that is only scored again asks for no trial that it never had. */
function canGoOn({ plan, trials, settled }: Snapshot): boolean {
  return plan.origin.kind !== 'rescore' || settled < trials.length;
}

function moreLabel(kind: Snapshot['plan']['kind']): string {
  return kind === 'ask' ? `Run ${MORE_SAMPLES} each` : 'More samples';
}
