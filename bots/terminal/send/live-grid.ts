import { createLogUpdate } from 'log-update';
import { runMessage } from '../../../core/views/run.ts';
import type { View } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { type Console, lookOf, type Output } from '../receive/console.ts';
import type { DrawText, FrameOptions } from '../render/frame.ts';
import { renderView } from '../render/message.ts';
import type { Watch } from './watch.ts';

/** Draws a run over and over in the same place, and takes it away in the end. */
export function liveGrid(screen: Output, terminal: Console, drawText: DrawText): Watch {
  const log = createLogUpdate(screen);
  let latest: Parameters<Watch['show']> | undefined;
  const draw = (): void => {
    if (!latest) return;
    const [run, comparisonOf] = latest;
    const { view } = runMessage(run, comparisonOf(run), terminal.now());
    log(fitted(whileRunning(view), { ...lookOf(screen, terminal), drawText }, screen));
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

function fitted(view: View, look: FrameOptions, screen: Output): string {
  const room = Math.max(2, (screen.rows ?? LIMITS.screenRows.max) - 1);
  let lines: readonly string[] = [];
  for (const cellLines of CELL_LINES) {
    lines = renderView(view, { ...look, cellLines }).split('\n');
    if (lines.length <= room) return lines.join('\n');
  }
  return [...lines.slice(0, room - 1), '…'].join('\n');
}
