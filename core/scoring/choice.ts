import { z } from 'zod';
import type { Random } from '../statistics/random.ts';
import { parseChoice } from './choice/parse.ts';
import { defineScorer } from './scorer.ts';
import { letterOf } from './text/letters.ts';

const options = z
  .strictObject({
    /** The line above the options. */
    instruction: z.string().trim().min(1).optional(),
    /** A text may have slots, which items and conditions fill. */
    options: z
      .array(
        z.strictObject({
          value: z.union([z.string(), z.number()]),
          text: z.string().trim().min(1),
        }),
      )
      .min(2)
      .max(10)
      .refine((list) => allDifferent(list.map(({ text }) => text.toLowerCase())), {
        error: 'two options have the same words',
      })
      .refine((list) => allDifferent(list.map(({ value }) => String(value))), {
        error: 'two options have the same value',
      }),
    /**
     * `half`: the options are the points of a scale, numbered in the order given or, in half of the
     * trials, in the opposite one. Absent: they are lettered, in an order drawn for each trial.
     */
    reverse: z.literal('half').optional(),
    /** Lettered in the order given, or in the opposite one: two scores can ask the same in both. */
    order: z.enum(['given', 'turned']).optional(),
    /** `group`: the value is 1 where the option picked is the item's group, else 0. */
    key: z.literal('group').optional(),
  })
  .refine(({ reverse, order }) => reverse === undefined || order === undefined, {
    error: '`reverse` and `order` both say how the options stand: write one of them',
    path: ['order'],
  });
type Options = z.infer<typeof options>;

const ASK_LETTER = 'Reply with the letter of one option, alone on the first line.';
const ASK_NUMBER = 'Reply with one number, alone on the first line.';

/** The value of the option that the model picked. What is not plainly one option is unparseable. */
export const scorer = defineScorer({
  name: 'choice',
  about: 'which of a few options is picked; their order is drawn anew for each trial, or fixed',
  gives: 'the option’s value',
  fields:
    '`options: [{ value, text }]`; `instruction`; `order: given` or `turned` instead of shuffled letters; `reverse: half` for a numbered scale; `key: group`: 1 where it is the item’s group, else 0',
  options,
  needsJudge: false,
  present: (given, _item, random) => {
    const laidOut = inOrder(given, random);
    const mark = given.reverse ? numberOf : letterOf;
    const lines = laidOut.map(({ text }, index) => `${mark(index)}. ${text}`);
    const instruction = given.instruction ?? (given.reverse ? ASK_NUMBER : ASK_LETTER);
    return {
      text: [instruction, ...lines].join('\n'),
      order: laidOut.map(({ value }) => String(value)),
      shown: laidOut.map(({ text }) => text),
    };
  },
  score: async ({ options: given, item, answer, presented }) => {
    const order = presented?.order ?? given.options.map(({ value }) => String(value));
    const mark = given.reverse ? numberOf : letterOf;
    const textOf = (value: string) =>
      given.options.find((option) => String(option.value) === value)?.text ?? value;
    const shown = order.map((value, index) => ({
      mark: mark(index),
      text: presented?.shown?.[index] ?? textOf(value),
    }));
    const picked = parseChoice(answer, shown);
    if (picked === undefined) {
      return { status: 'unparseable', reason: 'the first line is not plainly one of the options' };
    }
    const option = given.options.find(({ value }) => String(value) === order[picked.index]);
    if (!option) return { status: 'unparseable', reason: 'the option is not one of the probe’s' };
    const { mark: marked, text } = shown[picked.index] ?? { mark: '', text: option.text };
    const reason = `picked ${marked}: ${text}`;
    const value = given.key ? Number(String(option.value) === item.group) : option.value;
    return { status: 'scored', value, reason, quote: picked.quote };
  },
});

function inOrder({ options: list, reverse, order }: Options, random: Random): Options['options'] {
  if (order !== undefined) return order === 'given' ? list : list.toReversed();
  if (reverse === undefined) return random.shuffle(list);
  return random.below(2) === 1 ? list.toReversed() : list;
}

function allDifferent(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}

function numberOf(index: number): string {
  return String(index + 1);
}
