import type { Comparison } from '../../../core/domain/comparison.ts';
import type { Snapshot } from '../../../core/domain/run.ts';
import { exportRun } from '../../../core/runs/export-run.ts';
import { runMessage } from '../../../core/views/run.ts';
import { waitingView } from '../../../core/views/waiting-run.ts';
import type { Console } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { printJson } from './json.ts';
import { printView } from './print.ts';

/** Prints a run as it ended. */
export async function printRun(
  run: Snapshot,
  comparison: Comparison,
  flags: Flags,
  terminal: Console,
): Promise<void> {
  if (flags.json) printJson(exportRun(run, comparison), terminal);
  else await printView(runMessage(run, comparison, terminal.now()).view, flags, terminal);
}

/** Prints what a run would do and cost. */
export async function printWaiting(run: Snapshot, flags: Flags, terminal: Console): Promise<void> {
  await printView({ ...waitingView(run), actions: [] }, flags, terminal);
}
