import { defineCommand } from '../core/app/define-command.ts';
import { requireRunAccess } from '../core/runs/run-access.ts';
import { noticeMessage } from '../core/views/error-message.ts';

export const command = defineCommand({
  name: 'cancel',
  about: 'Stop a run; the trials that are finished stay',
  options: { run: { kind: 'run', about: 'Which run', required: true, positional: true } },
  examples: ['cancel 7f3a9c01'],
  run: async ({ run: typed }, context) => {
    const { app } = context;
    const { runId } = (await requireRunAccess(app.runs, context, typed)).plan;
    await app.runs.cancel(runId);
    const { plan, trials, state } = await app.runs.get(runId);
    const lines =
      state === 'done'
        ? [
            `Run ${plan.runId} had finished before it could be cancelled.`,
            `Look at it with: show ${plan.runId}`,
          ]
        : [
            `Run ${plan.runId} is ${state}; ${trials.length} of ${plan.trials.length} trials are kept.`,
            `Go on with: resume ${plan.runId}`,
          ];
    return {
      to: 'asker',
      message: noticeMessage(...lines),
      touches: plan.runId,
      data: { run: plan.runId, state, trials: trials.length },
    };
  },
});
