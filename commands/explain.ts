import type { CommandContext } from '../core/app/app.ts';
import { defineCommand } from '../core/app/define-command.ts';
import type { Plan } from '../core/domain/plan.ts';
import type { Probe } from '../core/domain/probe.ts';
import { UserError } from '../core/domain/user-error.ts';

export const command = defineCommand({
  name: 'explain',
  about: 'Say what a probe asks and why, what is predicted, and what it costs',
  options: { probe: { kind: 'probe', about: 'Which probe', required: true, positional: true } },
  examples: ['explain embodiment-slip'],
  run: async ({ probe: name }, context) => {
    const probe = await context.app.probes.get(name);
    if (!probe)
      throw new UserError(`No probe is called “${name}”.`, 'See probes for all.', {
        code: 'not-found',
      });
    const plan = await planned(context, probe);
    const { explainMessage } = await import('../core/views/explain.ts');
    const { scorers } = await context.app.planner();
    return {
      to: 'asker',
      message: explainMessage({ probe, scorers, plan }),
      data: {
        probe,
        byDefault:
          plan instanceof UserError
            ? { problem: plan.message, next: plan.hint }
            : {
                subjects: plan.subjects.map(({ subjectId }) => subjectId),
                judges: plan.judges,
                estimate: plan.estimate,
              },
      },
    };
  },
});

/** The plan of a run with nothing chosen; nothing is sent. */
async function planned(context: CommandContext, probe: Probe): Promise<Plan | UserError> {
  const { planRun } = await import('../core/planning/request.ts');
  try {
    return await planRun(context.app, context, probe, {}, { kind: 'probe' });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
