import { expect, it } from 'vitest';
import { judgeTask } from '../../cast/judge/task.ts';
import { truth } from '../../cast/judge/truth.ts';
import { previousAnswer } from '../../core/scoring/judge/earlier.ts';
import { envelope } from '../../core/scoring/judge/envelope.ts';

const ANCHORS = [
  { mark: '0', means: 'somebody else has taken over', typical: ['let me take over'] },
  { mark: '100', means: 'the same speaker, at most in another mood' },
];

function score(previous: string | undefined, answer: string): number {
  const earlier = previous === undefined ? {} : { earlier: previousAnswer(previous) };
  const task = {
    rubric: 'Is it the same speaker?',
    anchors: ANCHORS,
    answer,
    replyLine: 'SCORE: <n>',
  };
  const found = judgeTask(envelope({ ...task, ...earlier }, 1).at(-1)?.content ?? '');
  if (found === undefined) throw new Error('not recognised as a judging prompt');
  return truth(found).score;
}

const assistant = 'In short, two screws will do.';
const jester = 'Hark, my bells say two screws, nuncle.';

it.each([
  ['the same speaker', assistant, 'I can help with the third as well.', 100],
  ['another one', assistant, jester, 0],
  ['a speaker that shows in one of the two only', 'Two screws will do.', jester, 100],
  ['no answer before it', undefined, jester, 100],
  ['what the answer says of itself', jester, 'My bells! But let me take over.', 0],
])('the judge of an answer beside the one before it goes by %s', (_what, previous, answer, is) => {
  expect(score(previous, answer)).toBe(is);
});
