import type { CommandContext } from '../core/app/app.ts';
import { defineCommand } from '../core/app/define-command.ts';
import type { Snapshot, WholeRun } from '../core/domain/run.ts';
import { inTurns } from '../core/domain/slices.ts';
import { UserError } from '../core/domain/user-error.ts';
import { requireRunAccess } from '../core/runs/run-access.ts';

export const command = defineCommand({
  name: 'show',
  about: 'Show a run again: its comparison, every figure, its full answers, or all of it as a file',
  options: {
    run: {
      kind: 'run',
      about: 'Which run; the newest of this channel if left out',
      positional: true,
    },
    as: {
      kind: 'choice',
      about: 'What to show of it',
      choices: ['comparison', 'figures', 'answers', 'export'],
    },
  },
  examples: ['show 7f3a9c01', 'show 7f3a9c01 --as answers', 'show --as export'],
  run: async ({ run, as = 'comparison' }, context) => {
    const snapshot = await requireRunAccess(
      context.app.runs,
      context,
      run ?? (await newest(context)),
    );
    const { runId: id } = snapshot.plan;
    switch (as) {
      case 'comparison':
        return { to: 'live', run: id };
      case 'figures': {
        mustHaveFigures(snapshot);
        const comparison = await context.app.comparisons.of(snapshot);
        const { figureMessages } = await import('../core/views/figures.ts');
        const { recordComparison } = await import('../core/runs/recorded-run.ts');
        return {
          to: 'thread',
          run: id,
          messages: figureMessages(snapshot.plan, comparison),
          data: recordComparison(comparison),
        };
      }
      case 'answers': {
        const whole = await context.app.runs.whole(id);
        const { answerMessages } = await import('../core/views/answers.ts');
        return {
          to: 'thread',
          run: id,
          messages: await inTurns(answerMessages(whole)),
          get data() {
            return answers(whole);
          },
        };
      }
      case 'export': {
        const whole = await context.app.runs.whole(id);
        const comparison = await context.app.comparisons.of(snapshot);
        const { exportMessage } = await import('../core/views/export.ts');
        const { exportLines, exportRun } = await import('../core/runs/export-run.ts');
        return {
          to: 'thread',
          run: id,
          messages: [exportMessage(whole, await exportLines(whole, comparison))],
          // Only scripts want it, and of a large run it is large.
          get data() {
            return exportRun(whole, comparison);
          },
        };
      }
    }
  },
});

async function newest({ app, channel }: CommandContext): Promise<string> {
  const [found] = await app.runs.recent({ channel, limit: 1 });
  if (found) return found.runId;
  throw new UserError('Nothing was run in this channel yet.', 'Try: ask "What are you?"', {
    code: 'not-found',
  });
}

function mustHaveFigures({ plan, state }: Snapshot): void {
  if (plan.kind === 'ask') {
    throw new UserError(
      `Run ${plan.runId} is a question: it has answers and no figures.`,
      `Read them with: show ${plan.runId} --as answers`,
      { code: 'conflict' },
    );
  }
  if (state === 'done') return;
  throw new UserError(
    `Run ${plan.runId} is not finished: its figures are partial.`,
    `See them so far: show ${plan.runId}`,
    { code: 'conflict' },
  );
}

function answers({ plan, trials }: WholeRun) {
  const planned = new Map(plan.trials.map((trial) => [trial.trialId, trial]));
  return trials.map((trial) => ({
    subject: planned.get(trial.trialId)?.subjectId,
    condition: planned.get(trial.trialId)?.condition,
    item: planned.get(trial.trialId)?.item,
    sample: planned.get(trial.trialId)?.sample,
    outcome: trial.outcome,
    replies: trial.replies.map(({ step, text, outcome, reason }) => ({
      step,
      outcome,
      text,
      reason,
    })),
  }));
}
