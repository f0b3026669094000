import { defineCommand } from '../core/app/define-command.ts';
import { UserError } from '../core/domain/user-error.ts';

export const command = defineCommand({
  name: 'run',
  about: 'Run a probe and compare the subjects, with statistics',
  options: {
    probe: { kind: 'probe', about: 'Which probe', required: true, positional: true },
    models: { kind: 'models', about: 'Which models, with commas between' },
    personas: { kind: 'personas', about: 'Which personas, with commas between' },
    conditions: {
      kind: 'text',
      about: 'Only these conditions, with commas between; the baseline is always asked',
      maxLength: 1000,
    },
    samples: { kind: 'integer', about: 'How often each item is asked', min: 1, max: 200 },
    judge: {
      kind: 'models',
      about: 'Which model judges the answers; several judge each by itself',
    },
    seed: { kind: 'integer', about: 'Repeat an order and its samples', min: 0, max: 4294967295 },
    cache: { kind: 'flag', about: 'Let an identical trial be answered from the cache' },
  },
  examples: [
    'run embodiment-slip',
    'run role-take --models larch,rowan --samples 2',
    'run embodiment-slip --conditions alien',
  ],
  run: async ({ probe: name, judge: judges, conditions, ...choices }, context) => {
    const probe = await context.app.probes.get(name);
    if (!probe)
      throw new UserError(`No probe is called “${name}”.`, 'See probes for all.', {
        code: 'not-found',
      });
    const { beginRun } = await import('../core/planning/request.ts');
    const { selectConditions } = await import('../core/planning/select-conditions.ts');
    const names = conditions?.split(',').flatMap((each) => each.trim() || []) ?? [];
    const part = names.length > 0 ? selectConditions(probe, names) : probe;
    const leftOut = probe.conditions
      .map(({ id }) => id)
      .filter((id) => !part.conditions.some((one) => one.id === id));
    const plan = await beginRun(
      context.app,
      context,
      part,
      { ...choices, judges },
      { kind: 'probe', leftOut: leftOut.length > 0 ? leftOut : undefined },
    );
    return { to: 'live', run: plan.runId };
  },
});
