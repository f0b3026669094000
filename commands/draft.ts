import type { CommandContext } from '../core/app/app.ts';
import { defineCommand } from '../core/app/define-command.ts';
import { isOperator } from '../core/domain/access.ts';
import { UserError } from '../core/domain/user-error.ts';
import { type Draft, reviseDraft, undoRevision } from '../core/drafts/draft.ts';
import { QUESTION_LENGTH, QUESTIONS, TEXT_LENGTH } from '../core/drafts/limits.ts';
import { noticeMessage } from '../core/views/error-message.ts';

const STEPS = ['anew', 'undo', 'run', 'keep', 'discard'] as const;

export const command = defineCommand({
  name: 'draft',
  about: 'Look at a draft that trait wrote, change it, run it, keep it or throw it away',
  options: {
    draft: { kind: 'text', about: 'Its id', required: true, positional: true, maxLength: 40 },
    question: {
      kind: 'integer',
      about: 'Replace this question by --text; the number after the last adds one',
      min: 1,
      max: QUESTIONS.most,
    },
    anchor: { kind: 'integer', about: 'Say by --text what this point means', min: 0, max: 100 },
    text: { kind: 'text', about: 'What stands there from now on', maxLength: QUESTION_LENGTH },
    drop: { kind: 'integer', about: 'Take out this question', min: 1, max: QUESTIONS.most },
    rubric: { kind: 'text', about: 'What the judge is told', maxLength: TEXT_LENGTH },
    asked: { kind: 'text', about: 'The prompt that asks for the trait', maxLength: TEXT_LENGTH },
    opposite: { kind: 'text', about: 'The one for its opposite', maxLength: TEXT_LENGTH },
    undo: { kind: 'flag', about: 'Take back the last change' },
    anew: { kind: 'flag', about: 'Have it written once more' },
    run: { kind: 'flag', about: 'Approve it and run it' },
    models: { kind: 'models', about: 'Which models to run it on, with commas between' },
    personas: { kind: 'personas', about: 'Which personas, with commas between' },
    samples: { kind: 'integer', about: 'How often each question is asked', min: 1, max: 200 },
    judge: { kind: 'models', about: 'Which model judges the answers, or several' },
    keep: { kind: 'flag', about: 'Keep it as a file of the data folder (whoever runs the bot)' },
    discard: { kind: 'flag', about: 'Throw it away' },
  },
  examples: [
    'draft 7f3a9c01',
    'draft 7f3a9c01 --question 2 --text "What would you have done?"',
    'draft 7f3a9c01 --run --models larch,rowan',
  ],
  run: async ({ draft: id, models, personas, samples, judge: judges, ...rest }, context) => {
    const { question, anchor, text, drop, rubric, asked, opposite, ...flags } = rest;
    const step = onlyStep(STEPS.filter((name) => flags[name] === true));
    const { applyEdits, hasEdits } = await import('../core/drafts/edit-draft.ts');
    const edits = { question, anchor, text, drop, rubric, asked, opposite };
    const stored = await context.app.drafts.own(context, id);
    const draft = hasEdits(edits) ? reviseDraft(stored, applyEdits(stored.written, edits)) : stored;
    switch (step) {
      case undefined:
        return showDraft(await saveDraft(draft, stored, context), context);
      case 'anew': {
        const { rewriteDraft } = await import('../core/drafts/begin-draft.ts');
        const anew = reviseDraft(draft, await rewriteDraft(context.app, context, draft));
        return showDraft(await saveDraft(anew, stored, context), context);
      }
      case 'undo':
        return showDraft(await saveDraft(undoLast(draft), stored, context), context);
      case 'keep':
        return keepDraft(await saveDraft(draft, stored, context), context);
      case 'discard':
        await context.app.drafts.discard(draft);
        return notice(`The draft of “${draft.trait}” is thrown away.`);
      case 'run': {
        const { app } = context;
        const { beginRun } = await import('../core/planning/request.ts');
        const { traitProbe } = await import('../core/drafts/trait-probe.ts');
        const probe = traitProbe(await saveDraft(draft, stored, context));
        // With eight questions the contrasts of several models could not reach .05 after correction.
        const choices = {
          models: models ?? app.config().defaults.models.slice(0, 1),
          personas,
          samples,
          judges,
        };
        const plan = await beginRun(app, context, probe, choices, { kind: 'probe' });
        return { to: 'live', run: plan.runId };
      }
    }
  },
});

type Step = (typeof STEPS)[number];

function onlyStep(steps: readonly Step[]): Step | undefined {
  const [step, other] = steps;
  if (other === undefined) return step;
  throw new UserError(`--${step} and --${other} do not go together.`, 'Do one after the other.');
}

async function saveDraft(draft: Draft, stored: Draft, { app }: CommandContext): Promise<Draft> {
  if (draft !== stored) await app.drafts.save(draft);
  return draft;
}

function undoLast(draft: Draft): Draft {
  const before = undoRevision(draft);
  if (before) return before;
  throw new UserError('Nothing was changed in this draft.', `Look at it with: draft ${draft.id}`, {
    code: 'conflict',
  });
}

async function keepDraft(draft: Draft, context: CommandContext) {
  if (!isOperator(context)) {
    throw new UserError(
      'Files are kept only by whoever runs the bot.',
      `In the terminal or the local channel: draft ${draft.id} --keep`,
      { code: 'not-allowed' },
    );
  }
  const { traitProbe } = await import('../core/drafts/trait-probe.ts');
  const probe = traitProbe(draft);
  const file = await context.app.keepProbe(probe);
  return notice(`Kept as ${file}.`, `Run it any time: run ${probe.name}`);
}

async function showDraft(draft: Draft, context: CommandContext) {
  const { draftMessage } = await import('../core/views/draft.ts');
  const message = draftMessage(draft, { mayKeep: isOperator(context) });
  return { to: 'asker' as const, message, data: draft };
}

function notice(...lines: readonly string[]) {
  return { to: 'asker' as const, message: noticeMessage(...lines), data: lines };
}
