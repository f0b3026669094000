import { defineCommand } from '../core/app/define-command.ts';
import { questionProbe } from '../core/planning/question.ts';
import { requireWholeRun } from '../core/runs/run-access.ts';

const ASK_MAX_TOKENS = 600;

export const command = defineCommand({
  name: 'ask',
  about: 'Ask a few models, each under a few personas, the same thing',
  options: {
    prompt: {
      kind: 'text',
      about: 'What to ask',
      required: true,
      positional: true,
      maxLength: 8000,
    },
    models: { kind: 'models', about: 'Which models, with commas between' },
    personas: { kind: 'personas', about: 'Which personas, with commas between' },
    samples: { kind: 'integer', about: 'How often each is asked', min: 1, max: 50 },
    temperature: { kind: 'number', about: 'How freely they answer', min: 0, max: 2 },
    after: { kind: 'run', about: 'Follow up on this run: each answers in its own conversation' },
    seed: { kind: 'integer', about: 'Repeat an order and its samples', min: 0, max: 4294967295 },
    cache: { kind: 'flag', about: 'Let an identical trial be answered from the cache' },
  },
  examples: [
    'ask "Why do humans crave sugar?" --personas assistant,alien-scholar',
    'ask "What are you?" --models larch,rowan --samples 5',
  ],
  run: async ({ prompt, temperature = 1, after, ...choices }, context) => {
    const { beginRun } = await import('../core/planning/request.ts');
    const { followUp } = await import('../core/planning/follow-up.ts');
    const probe = questionProbe(prompt, ASK_MAX_TOKENS, temperature);
    const follows =
      after === undefined
        ? undefined
        : followUp(await requireWholeRun(context.app.runs, context, after), choices);
    const plan = await beginRun(
      context.app,
      context,
      probe,
      { ...choices, ...follows?.choices },
      {
        kind: 'ask',
        origin: follows?.origin,
        before: follows?.before,
        samples: context.app.config().defaults.samples,
      },
    );
    return { to: 'live', run: plan.runId };
  },
});
