import type { RunIn } from '../domain/run.ts';
import { runActions } from './actions.ts';
import { partText } from './asked-text.ts';
import { estimateText } from './estimate-text.ts';
import { probeTitle } from './probe-title.ts';
import type { View } from './view.ts';

/** A plan over the threshold: what it would do and cost, and the two buttons. */
export function waitingView(snapshot: RunIn<'waiting'>): View {
  const { plan, reason } = snapshot;
  const title = plan.kind === 'ask' ? `${plan.by.name} would ask` : probeTitle(plan.probe);
  return {
    state: 'waiting',
    blocks: [
      { kind: 'heading', text: title },
      ...(plan.kind === 'ask' ? [{ kind: 'quote' as const, text: plan.probe.title }] : []),
      { kind: 'text', text: reason },
      { kind: 'text', text: [estimateText(plan), ...partText(plan)].join(' · ') },
    ],
    actions: runActions(snapshot),
  };
}
