import type { Exchange } from '../domain/probe.ts';
import type { AskedStep, PlannedTrial, StepReply, Trial } from '../domain/trial.ts';

export function stepOf(planned: PlannedTrial, id: string): AskedStep | undefined {
  return planned.steps.find((step): step is AskedStep => step.kind !== 'given' && step.id === id);
}

/** An answer with the words that it was begun with. */
export function answerTo(
  planned: PlannedTrial,
  { step, text }: Pick<StepReply, 'step' | 'text'>,
): string {
  return (stepOf(planned, step)?.begin ?? '') + text;
}

/** The exchanges before a step, as far as the history held them. */
export function beforeStep(planned: PlannedTrial, trial: Trial, id: string): readonly Exchange[] {
  const said = new Map(trial.replies.map((reply) => [reply.step, reply.text]));
  const exchanges: Exchange[] = [];
  for (const step of planned.steps) {
    if (step.kind !== 'given' && step.id === id) break;
    if (step.kind !== 'ask') continue;
    const text = said.get(step.id) ?? '';
    exchanges.push({ user: step.user, assistant: answerTo(planned, { step: step.id, text }) });
  }
  return exchanges;
}
