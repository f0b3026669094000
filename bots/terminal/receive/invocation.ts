import type { RunIn, Snapshot } from '../../../core/domain/run.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import type { Dispatcher, Outcome } from '../../dispatcher.ts';
import type { Invocation } from '../../platform.ts';
import { EXIT, exitCodeOf, exitCodeOfError } from '../send/exit.ts';
import { printJson } from '../send/json.ts';
import { canAgree, type TerminalPlatform, terminalPlatform } from '../send/platform.ts';
import { explain, replyPrivately } from '../send/reply-privately.ts';
import { type Console, printLine } from './console.ts';
import type { Flags } from './flags.ts';
import { createInterrupts, type Interrupts } from './interrupts.ts';
import { COMMAND } from './names.ts';

/** One command line at work. */
interface Session {
  readonly dispatcher: Dispatcher;
  readonly flags: Flags;
  readonly terminal: Console;
  readonly platform: TerminalPlatform;
  readonly begun: Date;
  /** Listens for Ctrl-C while a run goes on. */
  readonly interrupts: Interrupts;
}

/**
 * Hands a command line to the dispatcher, and waits until the run that it shows has ended.
 * @returns what the process ends with; never rejects for what was typed.
 */
export async function dispatch(
  argv: readonly string[],
  dispatcher: Dispatcher,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  const session: Session = {
    dispatcher,
    flags,
    terminal,
    platform: terminalPlatform(flags, terminal),
    begun: terminal.now(),
    interrupts: createInterrupts(dispatcher, terminal),
  };
  try {
    return await finish(session, await handle(session, { words: argv }));
  } catch (error) {
    return explain(error, flags, terminal);
  }
}

function handle(
  { dispatcher, flags, terminal, platform, interrupts }: Session,
  request: Invocation['request'],
  isQuiet = false,
): Promise<Outcome> {
  return dispatcher.handle(platform, {
    request,
    who: { id: `terminal:${terminal.user}`, name: terminal.user },
    channel: 'here',
    onRun: interrupts.listen,
    replyPrivately: async (message, error) => {
      if (!isQuiet || error) await replyPrivately(message, error, flags, terminal);
    },
  });
}

async function finish(session: Session, outcome: Outcome): Promise<number> {
  if (outcome.kind === 'failed') return exitCodeOfError(outcome.error);
  if (outcome.kind === 'repeated') return EXIT.done.code;
  const { reply } = outcome;
  if (reply.to === 'live') return untilEnded(session, reply.run);
  if (session.flags.json) printJson(reply.data, session.terminal);
  return EXIT.done.code;
}

async function untilEnded(session: Session, runId: string): Promise<number> {
  const { dispatcher, flags, terminal, platform, interrupts } = session;
  const { app } = dispatcher;
  await dispatcher.stop();
  interrupts.stop();
  const run = await app.runs.get(runId);
  if (run.state === 'waiting') return agree(session, run);
  if (platform.isLive()) throw new Error('the last state of a run could not be shown');
  if (flags.json) {
    const { exportRun } = await import('../../../core/runs/export-run.ts');
    const whole = await app.runs.whole(runId);
    printJson(exportRun(whole, await app.comparisons.of(run)), terminal);
  }
  if (interrupts.happened()) {
    const kept = `${run.trials.length} of ${run.plan.trials.length} trials are kept`;
    printLine(terminal.stderr, `Stopped: ${kept}. Go on with: ${COMMAND} resume ${runId}`);
    return EXIT.interrupted.code;
  }
  return endedBefore(run, session.begun) ? EXIT.done.code : exitCodeOf(run);
}

/** A run that is only shown says nothing of how this command went. */
function endedBefore(run: Snapshot, begun: Date): boolean {
  if (run.state === 'waiting' || run.state === 'running') return false;
  const { finishedAt } = run;
  return finishedAt !== undefined && Date.parse(finishedAt) < begun.getTime();
}

/** Starts a run that waits for somebody to agree to its price, where somebody does. */
async function agree(session: Session, { plan, reason }: RunIn<'waiting'>): Promise<number> {
  const { flags, terminal } = session;
  const values = { run: plan.runId };
  if (!flags.yes) {
    if (!terminal.confirm || !canAgree(flags, terminal)) {
      throw new UserError(
        reason,
        `Start it with: ${COMMAND} resume ${plan.runId}. With --yes the next one does not wait.`,
        { code: 'conflict' },
      );
    }
    if (!(await terminal.confirm('Start it?'))) {
      const cancelled = await handle(session, { command: 'cancel', values }, true);
      if (cancelled.kind !== 'failed') printLine(terminal.stdout, 'Nothing was sent.');
      return finish(session, cancelled);
    }
  }
  return finish(session, await handle(session, { command: 'resume', values }));
}
