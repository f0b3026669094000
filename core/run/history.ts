import type { ChatMessage } from '../models/types.ts';
import type { PlannedStep, StepReply } from './types.ts';

type AskedStep = Extract<PlannedStep, { id: string }>;

/** One subject's own history: built anew for each trial, so that none can leak into another's. */
export interface History {
  /** What is sent for a step: all before it, and the step's user turn. */
  before(step: AskedStep): readonly ChatMessage[];
  /** Puts an exchange as it stands. */
  give(user: string, assistant: string): void;
  /** Keeps the answer to an `ask`; an `aside` leaves no trace. */
  keep(step: AskedStep, reply: StepReply): void;
}

export function history(system: string | undefined): History {
  const messages: ChatMessage[] = system ? [{ role: 'system', content: system }] : [];
  const give = (user: string, assistant: string) => {
    messages.push({ role: 'user', content: user }, { role: 'assistant', content: assistant });
  };
  return {
    before: (step) => [...messages, { role: 'user', content: step.user }],
    give,
    keep: (step, reply) => {
      if (step.kind === 'ask') give(step.user, reply.text);
    },
  };
}
