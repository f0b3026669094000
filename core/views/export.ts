import type { WholeRun } from '../domain/run.ts';
import { labelled } from '../measures/names.ts';
import { plural } from '../text/plural.ts';
import type { Message } from './view.ts';

/** A run as a file. @param lines what `exportLines` wrote. */
export function exportMessage(snapshot: WholeRun, lines: string): Message {
  const { plan, trials, judgements } = snapshot;
  const name = `${plan.probe.name}-${plan.runId}.jsonl`;
  return {
    view: {
      state: 'info',
      blocks: [
        {
          kind: 'text',
          text: `Run ${labelled(plan.probe, plan.runId)} whole: all settings, ${plural(trials.length, 'trial')} and ${plural(judgements.length, 'judgement')}, one JSON object a line.`,
        },
      ],
      actions: [],
    },
    files: [{ name, mime: 'application/jsonl', content: lines }],
  };
}
