import type { AskOrigin } from '../domain/plan.ts';
import type { WholeRun } from '../domain/run.ts';
import type { PlannedStep } from '../domain/trial.ts';
import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import { plural } from '../text/plural.ts';
import type { Choices } from './request.ts';

export interface FollowUp {
  readonly origin: AskOrigin;
  readonly choices: Pick<Choices, 'models' | 'personas' | 'samples'>;
  readonly before: (subject: string, sample: number) => readonly PlannedStep[];
}

/**
 * Continues an earlier question: sample n of each subject goes on from that subject's own sample n,
 * so no subject sees what another one said.
 * @throws UserError where there is no conversation to continue.
 */
export function followUp(earlier: WholeRun, asked: Choices): FollowUp {
  const { plan, trials } = earlier;
  if (plan.kind !== 'ask') {
    throw new UserError(
      `Run ${plan.runId} is a probe: its trials have no one conversation to go on with.`,
      'Follow up on a question that was put with ask.',
    );
  }
  const models = asked.models ?? unique(plan.subjects.map((subject) => subject.model));
  const personas = asked.personas ?? unique(plan.subjects.map((subject) => subject.persona));
  const done = new Map(trials.map((trial) => [trial.trialId, trial]));
  const past = new Map<string, readonly PlannedStep[]>();
  for (const planned of plan.trials) {
    const trial = done.get(planned.trialId);
    if (!trial || trial.outcome === 'failed') continue;
    const said = new Map(trial.replies.map((reply) => [reply.step, reply.text]));
    // A refusal in words can be answered; one in silence leaves nothing to go on from.
    if ([...said.values()].some((text) => text.trim() === '')) continue;
    const steps = planned.steps.flatMap((step): PlannedStep[] => {
      if (step.kind === 'given') return [step];
      // Side questions and raw texts left no trace.
      if (step.kind !== 'ask') return [];
      const assistant = (step.begin ?? '') + (said.get(step.id) ?? '');
      return [{ kind: 'given', user: step.user, assistant }];
    });
    past.set(key(planned.subjectId, planned.sample), steps);
  }
  const subjects = models.flatMap((model) => personas.map((persona) => `${model}/${persona}`));
  const samples = asked.samples ?? plan.samples;
  if (samples > plan.samples) {
    throw new UserError(
      `Run ${plan.runId} has ${plural(plan.samples, 'sample')} of each; ${samples} cannot follow up on them.`,
      `Leave --samples out, or first: rerun ${plan.runId} --samples ${samples}`,
    );
  }
  const lacking = subjects.find((subject) => {
    for (let sample = 1; sample <= samples; sample++) {
      if (!past.has(key(subject, sample))) return true;
    }
    return false;
  });
  if (lacking !== undefined) {
    throw new UserError(
      `${lacking} has no answer in each sample of run ${plan.runId} to follow up on.`,
      'Leave it out with --models and --personas, take fewer with --samples, or rerun the question first.',
    );
  }
  return {
    origin: { kind: 'follow-up', of: plan.runId },
    choices: { models, personas, samples },
    before: (subject, sample) => past.get(key(subject, sample)) ?? [],
  };
}

function key(subject: string, sample: number): string {
  return `${subject}\u0000${sample}`;
}
