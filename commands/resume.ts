import { declareCommand } from '../core/commands/declare.ts';

export const command = declareCommand({
  name: 'resume',
  about: 'Agree to a run that waits, or go on with one that was stopped',
  options: { run: { kind: 'run', about: 'Which run', required: true, positional: true } },
  examples: ['resume 7f3a9c01'],
  run: async ({ run }, { lab }) => {
    await lab.runs.resume(run);
    const { plan } = await lab.runs.get(run);
    return { to: 'live', run: plan.run, inPlace: true };
  },
});
