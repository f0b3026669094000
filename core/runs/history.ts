import type { ChatMessage } from '../domain/reply.ts';
import type { AskedStep, StepReply } from '../domain/trial.ts';

/** One subject's own history: built anew for each trial, so that none can leak into another's. */
export interface History {
  /** The messages that are sent for a step: all before it, and the step's user turn. */
  before(step: AskedStep): readonly ChatMessage[];
  /** Puts an exchange as it stands. */
  give(user: string, assistant: string): void;
  /** Keeps the answer to an `ask`; an `aside` and a raw text leave no trace. */
  keep(step: AskedStep, reply: StepReply): void;
}

export function history(system: string | undefined): History {
  const frame: readonly ChatMessage[] = system ? [{ role: 'system', content: system }] : [];
  const messages: ChatMessage[] = [...frame];
  const give = (user: string, assistant: string) => {
    messages.push({ role: 'user', content: user }, { role: 'assistant', content: assistant });
  };
  return {
    before: (step) => {
      // A raw text is a document of its own: only the frame stands before it.
      if (step.kind === 'complete') {
        return [...frame, { role: 'user', content: step.user }];
      }
      return [
        ...messages,
        { role: 'user', content: step.user },
        ...(step.begin === undefined ? [] : [{ role: 'assistant' as const, content: step.begin }]),
      ];
    },
    give,
    keep: (step, reply) => {
      if (step.kind === 'ask') give(step.user, (step.begin ?? '') + reply.text);
    },
  };
}
