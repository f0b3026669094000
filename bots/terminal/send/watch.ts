import type { Comparison } from '../../../core/domain/comparison.ts';
import type { Snapshot } from '../../../core/domain/run.ts';
import { progressBlock } from '../../../core/views/progress.ts';
import { progressText } from '../../../core/views/progress-text.ts';
import { TIMES } from '../limits.ts';
import { type Console, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { canRedraw } from '../settings.ts';

/** Shows a run while it goes on, and leaves nothing behind but lines that can stay. */
export interface Watch {
  show(snapshot: Snapshot, comparisonOf: (run: Snapshot) => Comparison): void;
  end(): void;
}

/** A live grid on a terminal, a line now and then on stderr elsewhere, nothing where it is to be quiet. */
export async function watchFor(flags: Flags, terminal: Console): Promise<Watch> {
  if (flags.quiet) return { show: () => {}, end: () => {} };
  const screen = flags.json ? terminal.stderr : terminal.stdout;
  if (!canRedraw(screen, terminal.env)) return sparseLines(terminal);
  const { liveGrid } = await import('./live-grid.ts');
  return liveGrid(screen, terminal, await terminal.loadDrawText());
}

function sparseLines(terminal: Console): Watch {
  let last = Number.NEGATIVE_INFINITY;
  return {
    show: (snapshot) => {
      const now = terminal.now();
      if (now.getTime() - last < TIMES.progressLine.max) return;
      last = now.getTime();
      printLine(terminal.stderr, progressText(progressBlock(snapshot, now)));
    },
    end: () => {},
  };
}
