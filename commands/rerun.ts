import { defineCommand } from '../core/app/define-command.ts';
import type { AskPlan } from '../core/domain/plan.ts';
import type { PlannedStep } from '../core/domain/trial.ts';
import { unique } from '../core/domain/unique.ts';
import { UserError } from '../core/domain/user-error.ts';
import { requireRunAccess } from '../core/runs/run-access.ts';

export const command = defineCommand({
  name: 'rerun',
  about: 'Repeat a run: the same subjects and items, new samples',
  options: {
    run: { kind: 'run', about: 'Which run', required: true, positional: true },
    samples: { kind: 'integer', about: 'How often each item is asked', min: 1, max: 200 },
    models: { kind: 'models', about: 'Other models than before' },
    personas: { kind: 'personas', about: 'Other personas than before' },
    judge: { kind: 'models', about: 'Other judges than before' },
    'same-seed': { kind: 'flag', about: 'The same order and the same seeds as before' },
  },
  examples: ['rerun 7f3a9c01', 'rerun 7f3a9c01 --samples 10'],
  run: async ({ run, 'same-seed': sameSeed, ...choices }, context) => {
    const earlier = await requireRunAccess(context.app.runs, context, run);
    const { plan } = earlier;
    const { beginRun } = await import('../core/planning/request.ts');
    const { carriedEvidence } = await import('../core/planning/repeat.ts');
    const { evidenceOf } = await import('../core/measures/evidence.ts');
    const origin = { kind: 'repeat', of: plan.runId } as const;
    const again = await beginRun(
      context.app,
      context,
      plan.probe,
      {
        models: choices.models ?? unique(plan.subjects.map((subject) => subject.model)),
        personas: choices.personas ?? unique(plan.subjects.map((subject) => subject.persona)),
        samples: choices.samples ?? plan.samples,
        judges: choices.judge ?? plan.judges,
        seed: sameSeed ? plan.seed : undefined,
        cache: plan.cache,
      },
      plan.kind === 'ask'
        ? { kind: 'ask', origin, before: conversationsOf(plan) }
        : {
            kind: 'probe',
            origin,
            evidence: await carriedEvidence(earlier, sameSeed === true, async (run) =>
              evidenceOf(await context.app.comparisons.of(run)),
            ),
            leftOut: plan.leftOut,
          },
    );
    return { to: 'live', run: again.runId };
  },
});

type Conversations = (subject: string, sample: number) => readonly PlannedStep[];

function noConversation(run: string, subject: string): never {
  throw new UserError(
    `Run ${run} goes on from earlier answers, and ${subject} gave none.`,
    'Leave --models and --personas out, or put the question anew with ask.',
    { code: 'conflict' },
  );
}

/** A follow-up goes on from the same conversations; further samples go round them again. */
function conversationsOf({ runId, samples, trials }: AskPlan): Conversations | undefined {
  if (trials.every(({ steps }) => steps.length <= 1)) return undefined;
  const before = new Map(
    trials.map((trial) => [`${trial.subjectId}/${trial.sample}`, trial.steps.slice(0, -1)]),
  );
  return (subject, sample) =>
    before.get(`${subject}/${((sample - 1) % samples) + 1}`) ?? noConversation(runId, subject);
}
