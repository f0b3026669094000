import type { View } from '../../../core/views/view.ts';
import { LIMITS, TIMES } from '../limits.ts';
import { type Console, lookOf, type Output, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { canRedraw } from '../settings.ts';

/** Shows a view while it changes, and leaves nothing behind but lines that can stay. */
export interface LiveView {
  show(view: View): void;
  end(): void;
}

/** A grid that is drawn over on a terminal, a line now and then on stderr elsewhere, nothing where it is to be quiet. */
export async function openLiveView(flags: Flags, terminal: Console): Promise<LiveView> {
  if (flags.quiet) return { show: () => {}, end: () => {} };
  const screen = flags.json ? terminal.stderr : terminal.stdout;
  return canRedraw(screen, terminal.env) ? liveGrid(screen, terminal) : progressLines(terminal);
}

async function progressLines(terminal: Console): Promise<LiveView> {
  const { progressText } = await import('../../../core/views/progress-text.ts');
  let last = Number.NEGATIVE_INFINITY;
  return {
    show: ({ blocks }) => {
      const now = terminal.now().getTime();
      if (now - last < TIMES.progressLine.max) return;
      last = now;
      for (const block of blocks) {
        if (block.kind === 'progress') printLine(terminal.stderr, progressText(block));
      }
    },
    end: () => {},
  };
}

async function liveGrid(screen: Output, terminal: Console): Promise<LiveView> {
  const [{ createLogUpdate }, { renderView }, drawText] = await Promise.all([
    import('log-update'),
    import('../render/message.ts'),
    terminal.loadDrawText(),
  ]);
  const log = createLogUpdate(screen);
  const render = (view: View, cellLines: number): string =>
    renderView(view, { ...lookOf(screen, terminal), drawText, cellLines });
  let latest: View | undefined;
  const draw = (): void => {
    if (latest) log(fitted(whileRunning(latest), screen, render));
  };
  const redraw = (): void => {
    log.clear();
    draw();
  };
  screen.on('resize', redraw);
  return {
    show: (view) => {
      latest = view;
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

function fitted(
  view: View,
  { rows = LIMITS.screenRows.max }: Output,
  render: (view: View, cellLines: number) => string,
): string {
  const most = Math.max(2, rows - 1);
  let lines: readonly string[] = [];
  for (const cellLines of CELL_LINES) {
    lines = render(view, cellLines).split('\n');
    if (lines.length <= most) return lines.join('\n');
  }
  return [...lines.slice(0, most - 1), '…'].join('\n');
}
