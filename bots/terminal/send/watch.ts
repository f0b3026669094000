import { createLogUpdate } from 'log-update';
import type { Comparison } from '../../../core/domain/comparison.ts';
import type { Snapshot } from '../../../core/domain/run.ts';
import { progressBlock } from '../../../core/views/progress.ts';
import { progressText } from '../../../core/views/progress-text.ts';
import { runMessage } from '../../../core/views/run.ts';
import type { View } from '../../../core/views/view.ts';
import { LIMITS, TIMES } from '../limits.ts';
import { type Console, lookOf, type Output, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { renderView } from '../render/message.ts';
import { canRedraw } from '../settings.ts';

/** Shows a run while it goes on, and leaves nothing behind but lines that can stay. */
export interface Watch {
  show(snapshot: Snapshot, comparisonOf: (run: Snapshot) => Comparison): void;
  end(): void;
}

/** A live grid on a terminal, a line now and then on stderr elsewhere, nothing where it is to be quiet. */
export function watchFor(flags: Flags, terminal: Console): Watch {
  if (flags.quiet) return { show: () => {}, end: () => {} };
  const screen = flags.json ? terminal.stderr : terminal.stdout;
  return canRedraw(screen, terminal.env) ? liveGrid(screen, terminal) : sparseLines(terminal);
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

function liveGrid(screen: Output, terminal: Console): Watch {
  const log = createLogUpdate(screen);
  let latest: Parameters<Watch['show']> | undefined;
  const draw = (): void => {
    if (!latest) return;
    const [run, comparisonOf] = latest;
    const { view } = runMessage(run, comparisonOf(run), terminal.now());
    log(fitted(whileRunning(view), screen, terminal));
  };
  const redraw = (): void => {
    log.clear();
    draw();
  };
  screen.on('resize', redraw);
  return {
    show: (...shown) => {
      latest = shown;
      draw();
    },
    end: () => {
      screen.off('resize', redraw);
      log.clear();
      log.done();
    },
  };
}

function whileRunning(view: View): View {
  const hint = { kind: 'note' as const, text: 'Ctrl-C stops it; what is finished is kept.' };
  return { ...view, blocks: [...view.blocks, hint], actions: [] };
}

/** Shorter and shorter answers until the frame fits the screen, since what has scrolled off cannot be redrawn. */
const CELL_LINES = [12, 6, 3, 1];

function fitted(view: View, screen: Output, terminal: Console): string {
  const room = Math.max(2, (screen.rows ?? LIMITS.screenRows.max) - 1);
  let lines: readonly string[] = [];
  for (const cellLines of CELL_LINES) {
    lines = renderView(view, { ...lookOf(screen, terminal), cellLines }).split('\n');
    if (lines.length <= room) return lines.join('\n');
  }
  return [...lines.slice(0, room - 1), '…'].join('\n');
}
