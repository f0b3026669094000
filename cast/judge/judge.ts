import type { ChatMessage } from '../../core/domain/reply.ts';
import type { CastModel } from '../models.ts';
import type { Chooser } from '../voice/sampling.ts';
import { type Token, tokenise } from '../voice/tokens.ts';
import { judgeTask } from './task.ts';
import { type Truth, truth } from './truth.ts';
import { type Verdicts, verdicts } from './verdict.ts';

const LONGEST_QUOTE = 100;

/** A literal stretch of the answer, within one line, around the wording that decided. */
function quote(answer: string, found: Truth['found']): string {
  const at = found?.at ?? 0;
  const from = Math.max(
    answer.lastIndexOf('\n', at - 1) + 1,
    answer.lastIndexOf('. ', at) + 1,
    at - 40,
  );
  const start =
    from === 0 || /\s/.test(answer[from - 1] ?? '') ? from : answer.indexOf(' ', from) + 1;
  const [line = ''] = answer.slice(Math.min(start, at)).trimStart().split('\n');
  const [sentence = ''] = /^.*?[.!?](?=\s|$)/.exec(line) ?? [line];
  return sentence.length <= LONGEST_QUOTE
    ? sentence
    : sentence.slice(0, LONGEST_QUOTE).replace(/\s\S*$/, '');
}

/** Not bent by the temperature. */
function draw(shares: Verdicts, choose: Chooser): string {
  let left = choose.unit();
  for (const [mark, share] of shares) {
    left -= share;
    if (left < 0) return mark;
  }
  return [...shares.keys()].at(-1) ?? '';
}

const FIELD = { label: 'LABEL', scale: 'SCORE', pair: 'CHOICE', speaker: 'SPEAKER' } as const;

/**
 * The model's judgement, where the last user turn is a judging prompt: drawn from `verdicts`, which the
 * tokens report where the mark stands; the temperature does not change that. What the judged answer
 * says has no say in it.
 */
export function judgeIt(
  model: CastModel,
  messages: readonly ChatMessage[],
  choose: Chooser,
): readonly Token[] | undefined {
  const last = messages.at(-1);
  const task = last?.role === 'user' ? judgeTask(last.content) : undefined;
  if (task === undefined) return undefined;
  const right = truth(task);
  const shares = verdicts(model, task, right);
  const before = `QUOTE: "${quote(right.of, right.found)}"\n${FIELD[task.kind]}: `;
  return tokenise(before + draw(shares, choose), [{ at: before.length, words: shares }]);
}
