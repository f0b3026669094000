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
    const { run } = (await requireRunAccess(app.runs, context, typed)).plan;
    await app.runs.cancel(run);
    const { plan, trials, state } = await app.runs.get(run);
    const lines =
      state === 'done'
        ? [
            `Run ${plan.run} had finished before it could be cancelled.`,
            `Look at it with: show ${plan.run}`,
          ]
        : [
            `Run ${plan.run} is ${state}; ${trials.length} of ${plan.trials.length} trials are kept.`,
            `Go on with: resume ${plan.run}`,
          ];
    return {
      to: 'asker',
      message: noticeMessage(...lines),
      touches: plan.run,
      data: { run: plan.run, state, trials: trials.length },
    };
  },
});
