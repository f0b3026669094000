import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { exportLines } from '../runs/export-run.ts';
import { count } from './phrases.ts';
import { labelled } from './probe-title.ts';
import type { Message } from './view.ts';

export function exportMessage(snapshot: Snapshot, comparison: Comparison): Message {
  const { plan, trials, judgements } = snapshot;
  const name = `${plan.probe.name}-${plan.runId}.jsonl`;
  return {
    view: {
      state: 'info',
      blocks: [
        {
          kind: 'text',
          text: `Run ${labelled(plan.probe, plan.runId)} whole: all settings, ${count(trials.length, 'trial')} and ${count(judgements.length, 'judgement')}, one JSON object a line.`,
        },
      ],
      actions: [],
    },
    files: [{ name, mime: 'application/jsonl', content: exportLines(snapshot, comparison) }],
  };
}
