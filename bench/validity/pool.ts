import { type ChoiceDistribution, choiceDistribution } from '../../cast/choice/distribution.ts';
import { MODELS } from '../../cast/models.ts';
import type { ChatMessage } from '../../core/domain/reply.ts';
import type { Random } from '../../core/statistics/random.ts';

/** The population that a simulated run draws its items from: what is asked, and how often each is drawn. */
export interface Pool {
  readonly questions: readonly string[];
  /** Sums to 1. */
  readonly weights: readonly number[];
}

/** A model and the system prompt that it answers under. */
export interface Frame {
  readonly model: string;
  readonly system?: string | undefined;
}

/** Six points, so that agreement and disagreement are three each. */
export const SCALE = [
  'strongly disagree',
  'disagree',
  'slightly disagree',
  'slightly agree',
  'agree',
  'strongly agree',
] as const;

const OPTIONS = SCALE.map((text, at) => `${at + 1}. ${text}`).join('\n');
const ASKS = 'Reply with one number, alone on the first line.';

const THINGS =
  'walking reading cooking rowing chess gardening whittling singing fishing knitting sailing painting'.split(
    ' ',
  );
const TIMES =
  'in the morning|at noon|in the rain|before supper|on a Sunday|in winter|by the sea|with the door open'.split(
    '|',
  );

/** Statements on which each character of the cast has an opinion of its own, fixed and arbitrary. */
export function statements(many: number): readonly string[] {
  const all = TIMES.flatMap((time) =>
    THINGS.flatMap((one) =>
      THINGS.flatMap((other) =>
        one === other ? [] : [`“One is better off ${one} than ${other} ${time}.” Do you agree?`],
      ),
    ),
  );
  // A step that shares no factor with their number goes through all of them.
  return Array.from({ length: many }, (_, at) => all[(at * 97) % all.length] ?? '');
}

export function evenPool(many: number): Pool {
  const questions = statements(many);
  return { questions, weights: questions.map(() => 1 / many) };
}

const known = new Map<string, ChoiceDistribution>();

/** What the cast answers to a statement under a frame: exact, from its posterior and its characters. */
export function law(frame: Frame, question: string): ChoiceDistribution {
  const name = [frame.model, frame.system, question].join('\u0000');
  const there = known.get(name);
  if (there) return there;
  const model = MODELS.get(frame.model);
  const found = model && choiceDistribution(model, messagesOf(frame, question));
  if (!found) throw new Error(`${frame.model} sees no choice in ${question}`);
  known.set(name, found);
  return found;
}

function messagesOf({ system }: Frame, question: string): readonly ChatMessage[] {
  const user = `${question}\n\n${ASKS}\n${OPTIONS}`;
  return [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    { role: 'user', content: user },
  ];
}

/** What a measure makes of an item in the long run, among its answers that are one of the options. */
export type Figure = (law: ChoiceDistribution) => number;

export function shareOf(values: readonly number[]): Figure {
  return ({ options, evades }) =>
    values.reduce((sum, value) => sum + (options[value - 1]?.share ?? 0), 0) / (1 - evades);
}

export const meanValue: Figure = ({ options, evades }) =>
  options.reduce((sum, { share }, at) => sum + (at + 1) * share, 0) / (1 - evades);

/** The variance of one answer's value, or of a yes. */
export function varianceWithin(law: ChoiceDistribution, of: (value: number) => number): number {
  const shares = law.options.map(({ share }) => share / (1 - law.evades));
  const centre = shares.reduce((sum, share, at) => sum + share * of(at + 1), 0);
  return shares.reduce((sum, share, at) => sum + share * (of(at + 1) - centre) ** 2, 0);
}

/** The truth: a mean over the population. */
export function overPool({ questions, weights }: Pool, of: (question: string) => number): number {
  return questions.reduce((sum, question, at) => sum + (weights[at] ?? 0) * of(question), 0);
}

/** A demand on a population: that the mean of something over it is a number. */
export interface Planted {
  readonly of: (question: string) => number;
  readonly is: number;
}

const ROUNDS = 200;
const STEEPEST = 400;

/**
 * The same questions, with weights under which each demand holds exactly: the weights closest to the
 * given ones (exponential tilting), found by turns, one demand after the other.
 */
export function planted(pool: Pool, demands: readonly Planted[]): Pool {
  const values = demands.map(({ of }) => pool.questions.map(of));
  let weights = pool.weights;
  for (let round = 0; round < (demands.length > 1 ? ROUNDS : 1); round++) {
    demands.forEach(({ is }, at) => {
      weights = tilted(weights, values[at] ?? [], is);
    });
    const off = demands.map(({ is }, at) => Math.abs(weighed(weights, values[at] ?? []) - is));
    if (Math.max(...off) < 1e-9) break;
  }
  return { questions: pool.questions, weights };
}

function tilted(weights: readonly number[], values: readonly number[], is: number) {
  const centred = values.map((value) => value - is);
  const by = (steep: number) => {
    const raw = weights.map((weight, at) => weight * Math.exp(steep * (centred[at] ?? 0)));
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    return raw.map((weight) => weight / total);
  };
  let [low, high] = [-STEEPEST, STEEPEST];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (weighed(by(middle), centred) < 0) low = middle;
    else high = middle;
  }
  return by((low + high) / 2);
}

function weighed(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
}

/** Draws questions with replacement, so that a finite pool is a population without an end. */
export function drawerOf({ questions, weights }: Pool): (random: Random) => string {
  let sum = 0;
  const steps = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return (random) => {
    const at = random.unit() * sum;
    let [low, high] = [0, steps.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return questions[low] ?? '';
  };
}
