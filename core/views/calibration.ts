import type { Figures } from '../calibration/figures.ts';
import { type NextAnswer, nextAnswer, type Session } from '../calibration/session.ts';
import { figuresBlocks } from './calibration-figures.ts';
import type { Action, Block, ListItem, Message } from './view.ts';

/** Labels that stand as buttons; more of them are a list whose lines can be clicked. */
const MOST_BUTTONS = 4;

/** The next answer to label, blind to who gave it and to what the judge said. */
export function answerMessage(session: Session, next: NextAnswer): Message {
  const { rubric, labelSet, labelKey } = session;
  const total = labelSet.drawn.length;
  const command = `calibrate ${labelKey.run}${scoreOption(session)}`;
  const lineOf = (mark: string) => `${command} --answer ${next.number} --label ${mark}`;
  const buttons = rubric.kind === 'label' && rubric.marks.length <= MOST_BUTTONS;
  const blocks: Block[] = [
    { kind: 'heading', text: `Answer ${next.number} of ${total}` },
    {
      kind: 'note',
      text: `${labelSet.labelled.length} of ${total} labelled · run ${labelKey.run}, ${rubric.score} · neither who answered nor what the judge said is shown`,
    },
    { kind: 'text', text: rubric.rubric },
    ...said('The writer was told this before answering:', next.frame),
    ...said(`${next.earlier?.is.replace(/,$/, '')}:`, next.earlier?.text),
    ...said('Asked was:', next.question),
    ...said('The answer:', next.text),
    {
      kind: 'list',
      items: rubric.marks.map(
        ({ mark, means }): ListItem => ({
          label: mark,
          text: means,
          ...(buttons || rubric.kind === 'scale' ? {} : { line: lineOf(mark) }),
        }),
      ),
    },
    ...(rubric.kind === 'scale'
      ? [{ kind: 'code' as const, text: `${lineOf('…')}   (a whole number from 0 to 100)` }]
      : []),
  ];
  const labels = rubric.marks.map(
    ({ mark }): Action => ({ label: mark, line: lineOf(mark), style: 'plain' }),
  );
  const actions: Action[] = [
    ...(buttons ? labels : []),
    ...(labelSet.labelled.length > 0
      ? [{ label: 'Undo', line: `${command} --undo`, style: 'plain' as const }]
      : []),
  ];
  return { view: { state: 'info', blocks, actions } };
}

/** How far the judges and the person agree, so far or at the end. */
export function figuresMessage(session: Session, figures: readonly Figures[]): Message {
  const { snapshot, labelKey } = session;
  const command = `calibrate ${labelKey.run}${scoreOption(session)}`;
  const actions: Action[] = [
    ...(nextAnswer(session)
      ? [{ label: 'Go on labelling', line: command, style: 'primary' as const }]
      : []),
    { label: 'Show the run', line: `show ${labelKey.run}`, style: 'plain' },
    { label: 'Undo', line: `${command} --undo`, style: 'plain' },
  ];
  return {
    view: { state: 'info', blocks: figuresBlocks(snapshot, session, figures), actions },
  };
}

function said(head: string, text: string | undefined): readonly Block[] {
  if (text === undefined) return [];
  return [
    { kind: 'note', text: head },
    { kind: 'quote', text },
  ];
}

/** Needed only where it is not the score that is taken without it. */
function scoreOption({ labelKey, defaultScore }: Session): string {
  return labelKey.score === defaultScore ? '' : ` --score ${labelKey.score}`;
}
