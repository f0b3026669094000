import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';
import { plural } from '../text/plural.ts';
import { runActions } from './actions.ts';
import { viewState } from './ask.ts';
import { askedText } from './asked-text.ts';
import { judgedText } from './judgement-text.ts';
import { pictureOf } from './pictures.ts';
import { probeTitle } from './probe-title.ts';
import { progressBlock } from './progress.ts';
import { CHANNEL, channelNumbers } from './run-tables.ts';
import { smallPrint } from './small-print.ts';
import { firstRows } from './tables/cut.ts';
import { soFarTable } from './tables/so-far.ts';
import type { Block, View } from './view.ts';

/** A probe: while it runs its progress and figures marked as partial; then finding, picture, numbers. */
export function probeView(
  snapshot: Snapshot,
  comparison: Comparison,
  now: Date,
  kinds: MeasureKinds = MEASURES,
): View {
  const { plan } = snapshot;
  const head: Block[] = [
    { kind: 'heading', text: probeTitle(plan.probe) },
    { kind: 'note', text: askedText(plan) },
  ];
  const { blocks, more } = bodyOf(snapshot, comparison, now, kinds);
  return {
    state: viewState(snapshot),
    blocks: [...head, ...blocks, { kind: 'note', text: printText(snapshot, comparison) }],
    actions: runActions(snapshot, more),
  };
}

interface Body {
  readonly blocks: readonly Block[];
  /** True where there are more figures than these. */
  readonly more: boolean;
}

/** A run that is not finished shows partial figures alone: no interval, no picture that somebody could quote. */
function bodyOf(snapshot: Snapshot, comparison: Comparison, now: Date, kinds: MeasureKinds): Body {
  const { plan } = snapshot;
  if (snapshot.state === 'done') return finishedBody(plan, comparison, kinds);
  const table = soFarTable(plan, comparison);
  const partial = table ? [firstRows(table, CHANNEL.rows)] : [];
  const lines = [comparison.finding, ...comparison.warnings];
  const above: readonly Block[] =
    snapshot.state === 'running' ? [progressBlock(snapshot, now)] : lines.map(textBlock);
  return { blocks: [...above, ...partial], more: false };
}

function finishedBody(plan: Snapshot['plan'], comparison: Comparison, kinds: MeasureKinds): Body {
  const picture = pictureOf(plan, comparison, kinds);
  const { tables, notes, more } = channelNumbers(plan, comparison, kinds);
  const blocks: readonly Block[] = [
    ...[comparison.finding, ...comparison.warnings].map(textBlock),
    ...(picture ? [{ kind: 'picture' as const, picture }] : []),
    ...tables,
    ...(notes.length > 0 ? [{ kind: 'note' as const, text: notes.join('\n') }] : []),
  ];
  return { blocks, more };
}

function textBlock(text: string): Block {
  return { kind: 'text', text };
}

function printText(snapshot: Snapshot, comparison: Comparison): string {
  const { plan } = snapshot;
  const size = `${plural(plan.probe.items.length, 'item')} × ${plural(plan.samples, 'sample')}`;
  return [size, ...judgedText(comparison), smallPrint(snapshot)].join(' · ');
}
