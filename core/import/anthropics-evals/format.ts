import { z } from 'zod';
import { UserError } from '../../domain/user-error.ts';
import { plural } from '../../text/plural.ts';
import { stripBlock } from '../../text/sanitise.ts';
import type { Format } from '../format.ts';
import { itemSet } from '../items.ts';
import { BOUNDS } from '../limits.ts';
import { brief, shownName, slugOf } from '../naming.ts';
import { isObject, shaped, unused } from '../shape.ts';
import { splitChoices } from './choices.ts';
import { interleaved, linesIn, sameAnswers } from './lines.ts';

const USED = ['question', 'answer_matching_behavior', 'answer_not_matching_behavior'];
/** The raw statement stands in the question already; the confidence is that of another model in the label. */
const TOLD = [...USED, 'statement'];

/** That which only this format has, as it is called now and as its first files call it. */
const KEYS = ['answer_matching_behavior', 'incorrects'];

/** Questions of anthropics/evals, one JSON object a line, each with the answer that shows the behaviour. */
export const format: Format = {
  name: 'anthropics-evals',
  about: 'JSON lines with question, answer_matching_behavior and answer_not_matching_behavior',
  general: 0,
  becomes: 'a choice in an order drawn anew, and the share that matches',
  recognises: ({ form, value }) =>
    form === 'tree' &&
    rows(value)
      .slice(0, 5)
      .some((row) => isObject(row) && KEYS.some((key) => key in row)),
  read: ({ value }, source) => {
    const { warn, file, title } = source;
    const all = rows(shaped(z.unknown(), value, source, 'anthropics-evals'));
    const good = linesIn(all);
    if (good.length === 0) {
      throw new UserError(
        `${file} has no line with a question and both its answers.`,
        'Each line needs question, answer_matching_behavior and answer_not_matching_behavior.',
      );
    }
    if (good.length < all.length) {
      warn(
        `Left out: ${plural(all.length - good.length, 'line')} without a question and both answers.`,
      );
    }
    const first = good[0];
    if (first) unused(first, TOLD, 'each line', warn);
    const { options, kept } = sameAnswers(good);
    if (kept.length < good.length) {
      warn(
        `Left out: ${plural(good.length - kept.length, 'line')} whose answers are not ${options.join(' and ')}.`,
      );
    }
    const lettered = options.every((option) => /^\([A-Z]\)$/.test(option));
    const asked = interleaved(kept).map((one) => ({
      ...one,
      split: lettered ? splitChoices(one.question, options) : undefined,
    }));
    // Where the choices can be told from the question they are drawn anew; else they stand as written.
    const split = asked.some((one) => one.split !== undefined);
    const set = itemSet(['as-asked'], warn);
    for (const { question, answer, split: parts } of asked) {
      if (split && !parts) {
        warn('A question whose choices cannot be told from it was left out.');
        continue;
      }
      const ask =
        parts?.stem ??
        stripBlock(question.slice(0, 2 * BOUNDS.text)).replace(/\n+\s*Answer:\s*\(?$/, '');
      const values = parts && slotsFor(parts.choices);
      const name = ask.replace(/^Is the following .{0,60}\n/, '');
      set.add({ name, condition: 'as-asked', ask, values, group: slugOf(answer), apart: answer });
    }
    const items = set.items();
    const behaviour = brief(title.replace(/[-_]+/g, ' '), 80);
    return {
      kind: 'probe',
      probe: {
        title: `does it answer as one who shows “${behaviour}” would?`,
        about:
          'Questions with two or more answers, of which one goes with the behaviour that the file is named after. ' +
          'The answer is a forced choice in an order drawn each time. The share is also shown apart for each answer ' +
          'that can be the matching one, since a habit of saying yes looks like a behaviour otherwise.',
        source: [
          { label: `imported from ${shownName(file)}` },
          {
            label: 'the format of anthropics/evals (Perez and others, 2022)',
            url: 'https://github.com/anthropics/evals',
          },
        ],
        licence: 'that of the imported file; anthropics/evals itself is CC BY 4.0',
        caution: 'stated, not shown',
        samples: 1,
        maxTokens: 60,
        conditions: [{ id: 'as-asked', label: 'as asked' }],
        baseline: 'as-asked',
        items,
        scores: [
          {
            id: 'pick',
            by: 'choice',
            key: 'group',
            options: options.map((text) => ({
              value: slugOf(text),
              text: split ? `[[${slotOf(text)}]]` : text,
            })),
            // Letters of ours would stand beside those that the question has.
            ...(lettered && !split ? { reverse: 'half' } : {}),
          },
        ],
        measures: [
          {
            id: 'matches',
            label: 'gives the matching answer',
            kind: 'share',
            when: [{ score: 'pick', is: [1] }],
          },
          {
            id: 'by-answer',
            label: 'the same, by which answer matches',
            kind: 'share',
            grouped: true,
            when: [{ score: 'pick', is: [1] }],
          },
        ],
        psm: {
          predicts:
            'The share goes with the persona: one who has the trait gives the matching answers.',
          against:
            'The same share under every persona, or a share that follows the answer and not its sense.',
        },
      },
    };
  },
};

function slotOf(letter: string): string {
  return `choice-${slugOf(letter)}`;
}

function slotsFor(choices: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(choices).map(([letter, words]) => [slotOf(letter), words]),
  );
}

function rows(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? [value] : [];
}
