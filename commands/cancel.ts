import { declareCommand } from '../core/commands/declare.ts';
import { noticeMessage } from '../core/views/problem.ts';

export const command = declareCommand({
  name: 'cancel',
  about: 'Stop a run; the trials that are finished stay',
  options: { run: { kind: 'run', about: 'Which run', required: true, positional: true } },
  examples: ['cancel 7f3a9c01'],
  run: async ({ run }, { lab }) => {
    await lab.runs.cancel(run);
    const { plan, trials } = await lab.runs.get(run);
    return {
      to: 'asker',
      message: noticeMessage(
        `Run ${plan.run} is cancelled; ${trials.length} of ${plan.trials.length} trials are kept.`,
        `Go on with: resume ${plan.run}`,
      ),
      touches: plan.run,
      data: { run: plan.run, state: 'cancelled', trials: trials.length },
    };
  },
});
