import { defineCommand } from '../core/app/define-command.ts';
import type { Session } from '../core/calibration/session.ts';
import type { CommandReply } from '../core/command-line/declare.ts';
import { UserError } from '../core/domain/user-error.ts';

export const command = defineCommand({
  name: 'calibrate',
  about: 'Label some answers of a run yourself, and see how far its judge agrees with you',
  options: {
    run: { kind: 'run', about: 'Which run', required: true, positional: true },
    answer: { kind: 'integer', about: 'The number of the answer to label', min: 1, max: 100 },
    label: { kind: 'text', about: 'Your label for it, or a number from 0 to 100', maxLength: 60 },
    undo: { kind: 'flag', about: 'Take back your last label' },
    figures: { kind: 'flag', about: 'Show how far you agree so far' },
    score: {
      kind: 'text',
      about: 'Which of the judged scores, where there are several',
      maxLength: 60,
    },
  },
  examples: [
    'calibrate 7f3a9c01',
    'calibrate 7f3a9c01 --answer 3 --label literal',
    'calibrate 7f3a9c01 --figures',
  ],
  run: async ({ run, answer, label, undo = false, figures = false, score }, context) => {
    const { app } = context;
    if ((answer === undefined) !== (label === undefined)) {
      throw new UserError(
        '--answer and --label go together.',
        `For example: calibrate ${run} --answer 3 --label literal`,
      );
    }
    if (undo && answer !== undefined) {
      throw new UserError('--undo and --label do not go together.', 'Do one after the other.');
    }
    const calibration = await import('../core/calibration/session.ts');
    const opened = await calibration.openSession(app, context, run, score);
    if (undo) return next(await calibration.unlabel(app, opened));
    if (answer === undefined || label === undefined) return figures ? soFar(opened) : next(opened);
    const session = await calibration.label(app, opened, answer, label);
    return figures ? soFar(session) : next(session);
  },
});

async function next(session: Session): Promise<CommandReply> {
  const { nextAnswer } = await import('../core/calibration/session.ts');
  const answer = nextAnswer(session);
  if (!answer) return soFar(session);
  const { answerMessage } = await import('../core/views/calibration.ts');
  const { drawn, labelled } = session.labelSet;
  const data = { ...answer, labelled: labelled.length, of: drawn.length };
  return { to: 'asker', message: answerMessage(session, answer), data };
}

async function soFar(session: Session): Promise<CommandReply> {
  const { figuresOf } = await import('../core/calibration/figures.ts');
  const { snapshot, rubric, labelSet, labelKey } = session;
  const figures = snapshot.plan.judges.flatMap(
    (judge) => figuresOf(snapshot, rubric, judge, labelSet.labelled) ?? [],
  );
  if (figures.length > 0) {
    const { figuresMessage } = await import('../core/views/calibration.ts');
    return { to: 'asker', message: figuresMessage(session, figures), data: figures };
  }
  throw new UserError('Nothing was labelled yet.', `Begin with: calibrate ${labelKey.run}`, {
    code: 'conflict',
  });
}
