import type { ChatMessage } from '../../models/types.ts';
import type { CastModel } from '../models.ts';
import type { Chooser } from '../voice/sampling.ts';
import { type JudgeTask, judgeTask } from './task.ts';
import { type Truth, truth } from './truth.ts';

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

/** Two thirds of a normal's mass lie within 1; the sum of three uniforms is close enough to it. */
function roughlyNormal(choose: Chooser): number {
  return (choose.unit() + choose.unit() + choose.unit() - 1.5) * 2;
}

function another(list: readonly string[], not: string, choose: Chooser): string {
  const others = list.filter((label) => label !== not);
  return others[Math.floor(choose.unit() * others.length)] ?? not;
}

function verdict(model: CastModel, task: JudgeTask, right: Truth, choose: Chooser): string {
  const errs = choose.unit() < model.judgeErrors;
  if (task.kind === 'label') {
    const labels = task.anchors.map(({ mark }) => mark);
    return `LABEL: ${errs ? another(labels, right.label, choose) : right.label}`;
  }
  const near = right.score + model.judgeNoise * roughlyNormal(choose);
  const score = errs ? choose.unit() * 100 : near;
  return `SCORE: ${Math.min(100, Math.max(0, Math.round(score)))}`;
}

/**
 * The model's judgement, where the last user turn is a judging prompt. With probability
 * `model.judgeErrors` it gives another label or any score; the temperature does not change that.
 * What the judged answer says has no say in it.
 */
export function judgeIt(
  model: CastModel,
  messages: readonly ChatMessage[],
  choose: Chooser,
): string | undefined {
  const last = messages.at(-1);
  const task = last?.role === 'user' ? judgeTask(last.content) : undefined;
  if (task === undefined) return undefined;
  const right = truth(task);
  const literal = quote(task.answer, right.found);
  return `QUOTE: "${literal}"\n${verdict(model, task, right, choose)}`;
}
