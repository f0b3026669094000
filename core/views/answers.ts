import type { Judgement } from '../domain/judgement.ts';
import type { WholeRun } from '../domain/run.ts';
import type { Subject } from '../domain/subject.ts';
import type { PlannedTrial, Trial } from '../domain/trial.ts';
import { plural } from '../text/plural.ts';
import { saidText } from './answer-text.ts';
import { outcomesText } from './phrases.ts';
import type { Block, Message } from './view.ts';

/** A message with more characters than this gets the first answers, and a file with all of them. */
const SHOWN_CHARACTERS = 9_000;

/**
 * Every answer, complete: one message a subject, with a file where they are long. They come one by one, since
 * those of a large run together take longer than others should wait.
 */
export function* answerMessages(snapshot: WholeRun): Generator<Message> {
  const judgements = Map.groupBy(snapshot.judgements, placeOf);
  for (const subject of snapshot.plan.subjects) {
    yield subjectMessage(snapshot, judgements, subject);
  }
}

type JudgementsByPlace = ReadonlyMap<string, readonly Judgement[]>;

function placeOf({ trialId, step }: Pick<Judgement, 'trialId' | 'step'>): string {
  return `${trialId}/${step}`;
}

interface Answer {
  readonly title: string;
  readonly body: string;
}

function subjectMessage(
  snapshot: WholeRun,
  judgements: JudgementsByPlace,
  subject: Subject,
): Message {
  const trials = trialsOf(snapshot, subject);
  const answers = answersOf(snapshot, judgements, trials);
  const name = `${subject.modelLabel} / ${subject.personaLabel}`;
  const outcomes = outcomesText(trials.map(({ trial }) => trial.outcome));
  const heading: Block = { kind: 'heading', text: `${name} · ${outcomes}` };
  const size = answers.reduce((sum, { title, body }) => sum + title.length + body.length, 0);
  const shown = size <= SHOWN_CHARACTERS ? answers : firstOf(answers);
  const left = answers.length - shown.length;
  const whole = size <= SHOWN_CHARACTERS;
  const blocks: Block[] = [
    heading,
    ...(subject.simulated ? [{ kind: 'note' as const, text: 'Simulated answers' }] : []),
    ...shown.flatMap(({ title, body }): Block[] => [
      { kind: 'note', text: title },
      { kind: 'quote', text: body },
    ]),
    ...(whole ? [] : [{ kind: 'note' as const, text: fileText(left) }]),
  ];
  const file = {
    name: `answers-${snapshot.plan.runId}-${subject.subjectId.replaceAll(/[^\w.-]+/g, '-')}.txt`,
    mime: 'text/plain',
    content: [name, ...answers.map(({ title, body }) => `## ${title}\n\n${body}`)].join('\n\n'),
  };
  return {
    view: { state: 'info', blocks, actions: [] },
    ...(whole ? {} : { files: [file] }),
  };
}

function fileText(left: number): string {
  if (left === 0) return 'The attached file has it whole, however long.';
  return `${plural(left, 'more answer')} in the attached file`;
}

/** As many answers as a message takes, and one at least. */
function firstOf(answers: readonly Answer[]): readonly Answer[] {
  let size = 0;
  const fitting = answers.findIndex(({ title, body }) => {
    size += title.length + body.length;
    return size > SHOWN_CHARACTERS;
  });
  return answers.slice(0, Math.max(1, fitting));
}

function trialsOf({ plan, trials }: WholeRun, subject: Subject) {
  const planned = new Map(plan.trials.map((trial) => [trial.trialId, trial]));
  const order = new Map(plan.probe.items.map((item, index) => [item.id, index]));
  return trials
    .flatMap((trial) => {
      const of = planned.get(trial.trialId);
      return of?.subjectId === subject.subjectId ? [{ trial, planned: of }] : [];
    })
    .toSorted(
      (a, b) =>
        a.planned.condition.localeCompare(b.planned.condition) ||
        (order.get(a.planned.item) ?? 0) - (order.get(b.planned.item) ?? 0) ||
        a.planned.sample - b.planned.sample,
    );
}

function answersOf(
  snapshot: WholeRun,
  judgements: JudgementsByPlace,
  trials: ReturnType<typeof trialsOf>,
): readonly Answer[] {
  return trials.flatMap(({ trial, planned }) =>
    trial.replies.map((reply) => ({
      title: titleOf(snapshot, planned, reply.step),
      body: [
        bodyOf({ ...reply, text: saidText(planned, reply.step, reply.text) }),
        ...(judgements.get(placeOf({ trialId: trial.trialId, step: reply.step })) ?? []).map(
          judgementText,
        ),
      ].join('\n'),
    })),
  );
}

function titleOf({ plan }: WholeRun, planned: PlannedTrial, step: string): string {
  const sample = plan.samples > 1 ? `sample ${planned.sample}` : undefined;
  if (plan.kind === 'ask') return sample ?? 'answer';
  const asked = planned.steps.find((one) => 'id' in one && one.id === step);
  const condition = plan.probe.conditions.find((one) => one.id === planned.condition)?.label;
  const question = asked?.kind === 'complete' ? undefined : asked?.user.split('\n')[0];
  return [condition, planned.item, sample, question]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function bodyOf({ outcome, text, reason }: Trial['replies'][number]): string {
  switch (outcome) {
    case 'answered':
      return text;
    case 'failed':
      return `(failed: ${reason ?? 'no reason given'})`;
    case 'refused':
      return `(refused) ${text}`;
    case 'truncated':
      return `${text} (cut at the token limit)`;
    case 'unparseable':
      return `${text} (unparseable)`;
  }
}

/** The judges by their names, where there are several. */
function judgementText({ score, judge, result }: Judgement): string {
  const by = judge === undefined ? '' : `, ${judge}`;
  const said = result.status === 'scored' ? short(result.value) : 'unparseable';
  return `— ${score}${by}: ${said} (${result.reason})`;
}

/** A number with two decimals at most. */
function short(value: number | string): number | string {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}
