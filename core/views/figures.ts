import type { Comparison } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';
import { probeTitle } from './probe-title.ts';
import { allNumbers } from './run-tables.ts';
import { pieces } from './tables/cut.ts';
import type { Block, Message } from './view.ts';

/** A message with a table of more rows than this would be cut by some platform. */
const MOST_ROWS = 40;

/** Every figure of a finished run, one table a message, since no platform is sure to take more. */
export function figureMessages(
  plan: Plan,
  { measures }: Comparison,
  kinds: MeasureKinds = MEASURES,
): readonly Message[] {
  const { tables, notes } = allNumbers(plan, measures, kinds);
  const blocks: Block[] = [
    ...tables.flatMap((table) => pieces(table, MOST_ROWS)),
    ...(notes.length > 0 ? [{ kind: 'note' as const, text: notes.join('\n') }] : []),
  ];
  const heading: Block = {
    kind: 'heading',
    text: `All figures of run ${plan.runId} · ${probeTitle(plan.probe)}`,
  };
  return blocks.map((block, at) => ({
    view: { state: 'info', blocks: at === 0 ? [heading, block] : [block], actions: [] },
  }));
}
