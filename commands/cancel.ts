import { declareCommand } from '../core/commands/declare.ts';
import { ownRun } from '../core/run/own.ts';
import { noticeMessage } from '../core/views/problem.ts';

export const command = declareCommand({
  name: 'cancel',
  about: 'Stop a run; the trials that are finished stay',
  options: { run: { kind: 'run', about: 'Which run', required: true, positional: true } },
  examples: ['cancel 7f3a9c01'],
  run: async ({ run: typed }, context) => {
    const { lab } = context;
    const { run } = (await ownRun(lab.runs, context, typed)).plan;
    await lab.runs.cancel(run);
    const { plan, trials, state } = await lab.runs.get(run);
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
