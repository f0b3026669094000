import type { CommandContext } from '../core/app/app.ts';
import { defineCommand } from '../core/app/define-command.ts';
import { sitsAtTerminal } from '../core/domain/access.ts';
import { UserError } from '../core/domain/user-error.ts';
import { requireWholeRun } from '../core/runs/run-access.ts';
import { isRunFile, readRunFile } from '../core/runs/run-file.ts';

export const command = defineCommand({
  name: 'rescore',
  about: 'Score a run again without asking its models again',
  options: {
    run: {
      kind: 'run',
      about: 'Which run; in the terminal also a file that was exported',
      required: true,
      positional: true,
    },
    judge: { kind: 'models', about: 'Which models judge; the same as before if left out' },
    probe: {
      kind: 'choice',
      about: 'By the probe as it was run, or as its file is now',
      choices: ['as-run', 'as-now'],
    },
  },
  examples: ['rescore 7f3a9c01 --judge oak', 'rescore 7f3a9c01 --probe as-now'],
  run: async ({ run, judge: judges, probe = 'as-run' }, context) => {
    const fromFile = isRunFile(run);
    const earlier = fromFile
      ? await fileOf(run, context)
      : await requireWholeRun(context.app.runs, context, run);
    const { beginRescore } = await import('../core/planning/rescore.ts');
    const plan = await beginRescore(context.app, context, earlier, {
      judges,
      probe,
      // A file is shown as it was judged, unless somebody wants it judged anew.
      keepJudgements: fromFile && judges === undefined && probe === 'as-run',
    });
    return { to: 'live', run: plan.runId };
  },
});

/** Chat chooses no files. */
async function fileOf(path: string, context: CommandContext) {
  if (sitsAtTerminal(context)) return readRunFile(path);
  throw new UserError(
    'Files are read in the terminal alone.',
    'Name a run of this channel: see history.',
    { code: 'not-allowed' },
  );
}
