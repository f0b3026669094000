import { z } from 'zod';
import { brief } from '../naming.ts';
import { isObject } from '../shape.ts';

const answers = z.union([z.string(), z.array(z.string()).min(1).max(10)]);
const line = z.looseObject({
  question: z.string(),
  answer_matching_behavior: answers,
  answer_not_matching_behavior: answers,
});
type Line = z.infer<typeof line>;

/** The lines that have a question and both its answers. */
export function linesIn(rows: readonly unknown[]): readonly Line[] {
  return rows.flatMap((row) => line.safeParse(asNamedNow(row)).data ?? []);
}

/** The first files of the project say `prompt`, `corrects` and `incorrects`. */
function asNamedNow(row: unknown): unknown {
  if (!isObject(row) || !('incorrects' in row)) return row;
  const { prompt, corrects, incorrects, ...rest } = row;
  return {
    question: prompt,
    answer_matching_behavior: corrects,
    answer_not_matching_behavior: incorrects,
    ...rest,
  };
}

export interface Keyed {
  readonly question: string;
  /** The matching answer. */
  readonly answer: string;
}

/** The answers that most lines have, and those lines. */
export function sameAnswers(lines: readonly Line[]): {
  readonly options: readonly string[];
  readonly kept: readonly Keyed[];
} {
  const sets = Map.groupBy(
    lines.flatMap((one) => {
      const [matching = '', ...further] = [one.answer_matching_behavior].flat().map(plain);
      const others = [one.answer_not_matching_behavior].flat().map(plain);
      const options = [...new Set([matching, ...others])].sort();
      // Two matching answers, or one that is also not matching, cannot be told apart in one choice.
      const wrong = further.length > 0 || others.includes(matching) || options.includes('');
      return wrong || options.length > 10
        ? []
        : [{ question: one.question, answer: matching, options }];
    }),
    ({ options }) => JSON.stringify(options),
  );
  const [most = []] = [...sets.values()].sort((a, b) => b.length - a.length);
  return { options: most[0]?.options ?? [], kept: most };
}

/** “ (a)” and “A” become “(A)”, “ Yes” becomes “Yes”. */
function plain(answer: string): string {
  const letter = /^\s*\(?([A-Za-z])\)?\s*$/.exec(answer)?.[1];
  return letter === undefined ? brief(answer, 200) : `(${letter.toUpperCase()})`;
}

/** Takes the lines of each matching answer in turn, so that the first so many are balanced. */
export function interleaved(lines: readonly Keyed[]): readonly Keyed[] {
  const piles = [...Map.groupBy(lines, ({ answer }) => answer).values()];
  const longest = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: longest }, (_, at) => piles.flatMap((pile) => pile[at] ?? [])).flat();
}
