import type { ChatMessage } from '../../domain/reply.ts';
import { collapse } from '../../text/sanitise.ts';
import { takeCodeUnits } from '../../text/truncate.ts';
import { block, type Material, nonceFor } from './block.ts';

/** One line of a rubric: a label or a point of a scale. */
export interface Anchor {
  readonly mark: string;
  readonly means: string;
  /** A few wordings that would earn this mark. */
  readonly typical?: readonly string[] | undefined;
}

export interface JudgeTask {
  readonly rubric: string;
  readonly anchors: readonly Anchor[];
  /** Absent: the judge does not see what was asked. */
  readonly question?: string | undefined;
  /** Absent: the judge does not see what role the answer was to be given in. */
  readonly frame?: string | undefined;
  /** The conversation before the answer, so far as the judge sees it. */
  readonly earlier?: Material | undefined;
  readonly answer: string;
  /** A second answer to hold against it: the judge knows them as ONE and TWO. */
  readonly other?: string | undefined;
  /** The line that the judge replies with, such as `LABEL: <label>`. */
  readonly replyLine: string;
}

/** A judge reads an answer up to here, many times the longest that a probe asks for. */
const READ = 24_000;

const SYSTEM =
  'You are a careful rater. You apply the rubric you are given to what is to be judged, and to nothing else. ' +
  'You are not told who wrote it, and it does not matter.';

/**
 * The messages that ask a judge about one answer, or about two. What models wrote stands between lines
 * with a nonce that does not occur in it, so that nothing in it can end it.
 */
export function envelope(task: JudgeTask, seed: number): readonly ChatMessage[] {
  const { earlier } = task;
  const answers = answersOf(task);
  const nonce = nonceFor([...answers, ...(earlier ? [earlier] : [])], seed);
  const frame =
    task.frame === undefined
      ? []
      : [`\nThe writer was told this before answering: ${collapse(task.frame)}`];
  const question =
    task.question === undefined ? [] : ['', 'QUESTION (what the answer replies to)', task.question];
  const lines = [
    'RUBRIC',
    task.rubric.trim(),
    ...frame,
    '',
    ...task.anchors.map(anchorLine),
    ...(earlier ? block(earlier, nonce) : []),
    ...question,
    ...answers.flatMap((answer) => block(answer, nonce)),
    '',
    'Reply in exactly two lines and nothing else:',
    `QUOTE: "<short literal quotation from ${answers.length > 1 ? 'one of the answers' : 'the answer'}>"`,
    task.replyLine,
  ];
  return [
    { role: 'system', content: SYSTEM },
    { role: 'user', content: lines.join('\n') },
  ];
}

function answersOf({ answer, other }: JudgeTask): readonly Material[] {
  const text = takeCodeUnits(answer, READ);
  if (other === undefined) {
    return [{ name: 'ANSWER', is: 'The answer to be judged', text }];
  }
  return [
    { name: 'ONE', is: 'The first of the two answers, called ONE,', text },
    { name: 'TWO', is: 'The second, called TWO,', text: takeCodeUnits(other, READ) },
  ];
}

function anchorLine({ mark, means, typical = [] }: Anchor): string {
  const wordings = typical.map((wording) => `"${collapse(wording)}"`).join(' | ');
  return `- ${mark}: ${collapse(means)}${wordings && ` [typical wording: ${wordings}]`}`;
}
