import type { View } from '../../../core/views/view.ts';
import type { Platform } from '../../platform.ts';
import { TIMES } from '../limits.ts';
import { type Console, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { type LiveView, openLiveView } from './live-view.ts';
import { printMessage, printView } from './print.ts';

export interface TerminalPlatform extends Platform {
  /** Is a run's message still being drawn over? */
  isLive(): boolean;
}

/** Prints messages one after the other; that of a run under way is drawn over until the run has ended. */
export function terminalPlatform(flags: Flags, terminal: Console): TerminalPlatform {
  let posts = 0;
  let live: LiveView | undefined;

  const show = async (view: View): Promise<void> => {
    live ??= await openLiveView(flags, terminal);
    live.show(view);
  };
  const end = (): void => {
    live?.end();
    live = undefined;
  };

  return {
    id: 'terminal',
    editEveryMs: TIMES.frame.max,
    keepsMessages: false,
    isLive: () => live !== undefined,

    async post(_, message) {
      const { view } = message;
      posts += 1;
      if (view.state === 'running') await show(view);
      else if (view.state === 'waiting') {
        // Whoever is asked to agree to it reads what it would do and cost.
        if (canAgree(flags, terminal)) await printView({ ...view, actions: [] }, flags, terminal);
      } else if (!flags.json) {
        if (posts > 1) printLine(terminal.stdout, '');
        await printMessage(message, flags, terminal);
      }
      return { post: String(posts) };
    },

    async edit(_, { view }) {
      if (view.state === 'running') return show(view);
      if (!live) return;
      end();
      if (!flags.json) await printView(view, flags, terminal);
    },
  };
}

/** Is somebody there who can agree to the price of a run, and has not done so already? */
export function canAgree(flags: Flags, { confirm }: Console): boolean {
  return confirm !== undefined && !flags.yes && !flags.json;
}
