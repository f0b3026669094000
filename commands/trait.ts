import { defineCommand } from '../core/app/define-command.ts';
import { isOperator } from '../core/domain/access.ts';
import { QUESTIONS, TRAIT_LENGTH } from '../core/drafts/limits.ts';

export const command = defineCommand({
  name: 'trait',
  about: 'Have a model write a probe of any trait from one line, for you to read and approve',
  options: {
    trait: {
      kind: 'text',
      about: 'What to look for, in a few words',
      required: true,
      positional: true,
      maxLength: TRAIT_LENGTH,
    },
    writer: { kind: 'model', about: 'Which model writes it; the judge if left out' },
    questions: {
      kind: 'integer',
      about: 'How many questions it writes',
      min: QUESTIONS.least,
      max: QUESTIONS.most,
    },
  },
  examples: [
    'trait "quietly passive-aggressive"',
    'trait "explains too much" --writer larch --questions 12',
  ],
  run: async ({ trait, writer, questions = QUESTIONS.usual }, context) => {
    const { beginDraft } = await import('../core/drafts/begin-draft.ts');
    const { draftMessage } = await import('../core/views/draft.ts');
    const draft = await beginDraft(context.app, context, { trait, writer, questions });
    const message = draftMessage(draft, { mayKeep: isOperator(context) });
    return { to: 'asker', message, data: draft };
  },
});
