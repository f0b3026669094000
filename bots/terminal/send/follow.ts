import type { App } from '../../../core/app/app.ts';
import type { Comparison } from '../../../core/domain/comparison.ts';
import type { Snapshot } from '../../../core/domain/run.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { TIMES } from '../limits.ts';
import { COMMAND } from '../receive/command.ts';
import { type Console, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { EXIT, exitCodeOf } from './exit.ts';
import { watchFor } from './watch.ts';

/** Follows a run to its end, prints it, and says what the process ends with. */
export async function followRun(
  run: string,
  app: App,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  const asked = terminal.now();
  const found = await app.runs.get(run);
  if (found.state === 'waiting' && !(await agreed(found, app, flags, terminal)))
    return EXIT.done.code;
  const { last, interrupted } = await watchRun(run, app, flags, terminal);
  // Only now: what prints a run is large, and while it were loaded nobody would hear a Ctrl-C.
  const { printRun } = await import('./print-run.ts');
  await printRun(last, await app.comparisons.of(last), flags, terminal);
  if (interrupted) {
    printLine(
      terminal.stderr,
      `Stopped: ${last.trials.length} of ${last.plan.trials.length} trials are kept. Go on with: ${COMMAND} resume ${last.plan.runId}`,
    );
    return EXIT.interrupted.code;
  }
  const endedBefore =
    last.finishedAt !== undefined && Date.parse(last.finishedAt) < asked.getTime();
  return endedBefore ? EXIT.done.code : exitCodeOf(last);
}

async function watchRun(run: string, app: App, flags: Flags, terminal: Console) {
  let comparisonOf: ((run: Snapshot) => Comparison) | undefined;
  let interrupted = false;
  const release = terminal.onInterrupt(() => {
    interrupted = true;
    app.runs.cancel(run).catch((error: unknown) => app.log.warn({ err: error }, 'not cancelled'));
  });
  const watch = await watchFor(flags, terminal);
  let last: Snapshot | undefined;
  try {
    for await (const snapshot of app.runs.follow(run)) {
      last = snapshot;
      if (snapshot.state !== 'running') continue;
      comparisonOf ??= app.comparisons.follow(snapshot, await app.comparisons.of(snapshot));
      watch.show(snapshot, comparisonOf);
      await terminal.pause(TIMES.frame.max);
    }
  } finally {
    watch.end();
    release();
  }
  return { last: last ?? (await app.runs.get(run)), interrupted };
}

/** Starts a run that waits for somebody to agree to its price, where somebody does. */
async function agreed(
  waiting: Snapshot,
  app: App,
  flags: Flags,
  terminal: Console,
): Promise<boolean> {
  const { runId } = waiting.plan;
  if (!flags.yes) {
    if (!terminal.confirm || flags.json) {
      throw new UserError(
        waiting.reason ?? 'This run waits for somebody to agree to it.',
        `Start it with: ${COMMAND} resume ${runId}. With --yes the next one does not wait.`,
        { code: 'conflict' },
      );
    }
    const { printWaiting } = await import('./print-run.ts');
    await printWaiting(waiting, flags, terminal);
    if (!(await terminal.confirm('Start it?'))) {
      await app.runs.cancel(runId);
      printLine(terminal.stdout, 'Nothing was sent.');
      return false;
    }
  }
  await app.runs.resume(runId);
  return true;
}
