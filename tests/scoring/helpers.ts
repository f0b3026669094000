import fc from 'fast-check';
import type { Presented, Score } from '../../core/domain/judgement.ts';
import type { ChatMessage, TokenChoice } from '../../core/domain/reply.ts';
import type { AskJudge, JudgeAnswer, ScoreInput, Scorer } from '../../core/scoring/scorer.ts';
import { random } from '../../core/statistics/random.ts';

export const item = { id: 'one', ask: 'Why?' };
const usage = { tokensIn: 1, tokensOut: 1, estimated: false };

/** A judge that says these things in turn, the last for ever, and remembers what it was asked. */
export function scripted(...says: readonly string[]): {
  readonly judge: AskJudge;
  readonly asked: { readonly messages: readonly ChatMessage[]; readonly seed: number }[];
} {
  const asked: { messages: readonly ChatMessage[]; seed: number }[] = [];
  const judge: AskJudge = async (messages, seed): Promise<JudgeAnswer> => {
    asked.push({ messages, seed });
    return { model: 'oak', raw: says[Math.min(asked.length, says.length) - 1] ?? '', usage };
  };
  return { judge, asked };
}

/** A token, and what else might have stood in its place, with probabilities. */
export function place(token: string, shares: Readonly<Record<string, number>> = {}): TokenChoice {
  const top = Object.entries(shares).map(([other, share]) => ({
    token: other,
    logprob: Math.log(share),
  }));
  return { token, logprob: Math.log(shares[token] ?? 1), top };
}

/** A judge that offers logprobs: each reply is its tokens. The last is said for ever. */
export function weighing(...says: readonly (readonly TokenChoice[])[]): {
  readonly judge: AskJudge;
  readonly asked: { readonly messages: readonly ChatMessage[]; readonly wants: unknown }[];
} {
  const asked: { messages: readonly ChatMessage[]; wants: unknown }[] = [];
  const judge: AskJudge = async (messages, _seed, wants): Promise<JudgeAnswer> => {
    asked.push({ messages, wants });
    const logprobs = says[Math.min(asked.length, says.length) - 1] ?? [];
    const raw = logprobs.map(({ token }) => token).join('');
    return { model: 'oak', raw, usage, logprobs };
  };
  return { judge, asked };
}

const noJudge: AskJudge = () => Promise.reject(new Error('nobody should be asked'));

/** Scores an answer as a run would, with options as they stand in a probe file. */
export function scoreWith<Options>(
  scorer: Scorer<Options>,
  options: unknown,
  answer: string,
  rest: Partial<Omit<ScoreInput<Options>, 'options' | 'answer'>> = {},
): Promise<Score> {
  return scorer.score({
    options: scorer.options.parse(options),
    item,
    question: 'Why?',
    answer,
    before: [],
    judge: noJudge,
    seed: 5,
    ...rest,
  });
}

export function present<Options>(
  scorer: Scorer<Options>,
  options: unknown,
  seed: number,
): Presented {
  const presented = scorer.present?.(scorer.options.parse(options), item, random(seed));
  return presented ?? { text: '', order: [] };
}

const PIECES = [
  '\u0000',
  '\u202e',
  '\u2028',
  '\ud800',
  '😀',
  '\n',
  ' ',
  '"',
  '“',
  '**',
  '#',
  '> ',
  'A',
  'B.',
  '(c)',
  '5',
  '-1',
  'QUOTE:',
  'LABEL:',
  'SCORE:',
  'literal',
  'none',
  '<<<ANSWER',
  'ANSWER',
  '>>>',
  '[typical wording:',
  '\\',
  '$&',
];

/** Text as a model might write it to break something: plain characters, and pieces of our own formats. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
);
