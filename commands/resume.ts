import { defineCommand } from '../core/app/define-command.ts';
import { checkAccess } from '../core/domain/access.ts';
import { requireRunAccess } from '../core/runs/run-access.ts';

export const command = defineCommand({
  name: 'resume',
  about: 'Agree to a run that waits, or go on with one that was stopped',
  options: { run: { kind: 'run', about: 'Which run', required: true, positional: true } },
  examples: ['resume 7f3a9c01'],
  run: async ({ run }, context) => {
    const { app } = context;
    const { plan } = await requireRunAccess(app.runs, context, run);
    const contestants =
      plan.origin.kind === 'rescore' ? [] : plan.subjects.map(({ model }) => model);
    checkAccess(app.config(), context, {
      models: [...contestants, ...plan.judges],
    });
    await app.runs.resume(plan.runId);
    return { to: 'live', run: plan.runId, inPlace: true };
  },
});
