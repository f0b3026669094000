import type { View } from '../../../core/views/view.ts';
import { actionLines } from './actions.ts';
import { blockLines } from './block.ts';
import { type FrameOptions, frame } from './frame.ts';

/**
 * Any view as text: no line is wider than the frame, and nothing that a view holds reaches the
 * terminal as a control sequence. Ends without a line break.
 */
export function renderView(view: View, options: FrameOptions): string {
  const to = frame(options);
  const parts = [
    ...view.blocks.map((block) => ({ kind: block.kind, lines: blockLines(block, to) })),
    { kind: 'actions' as const, lines: actionLines(view.actions, to) },
  ].filter(({ lines }) => lines.some((line) => line !== ''));
  return parts
    .flatMap(({ kind, lines }, index) => [
      ...(hasGapBetween(parts[index - 1]?.kind, kind) ? [''] : []),
      ...lines,
    ])
    .join('\n');
}

/** True where an empty line stands between two blocks: those that belong together stand together. */
function hasGapBetween(before: string | undefined, after: string): boolean {
  if (before === undefined) return false;
  return !['text text', 'note quote', 'note note', 'heading quote'].includes(`${before} ${after}`);
}
