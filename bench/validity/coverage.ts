import type { Contrast, Row } from '../../core/domain/comparison.ts';
import { random } from '../../core/statistics/random.ts';
import {
  drawerOf,
  evenPool,
  type Frame,
  law,
  meanValue,
  overPool,
  type Planted,
  planted,
  shareOf,
} from './pool.ts';
import { ASSISTANT, compared, drawn, probeOf } from './run.ts';
import type { Figure, Prepared, Simulation } from './simulation.ts';

export const PIRATE = 'You are a pirate.';
/** Is no evidence of any character. */
export const BRIEF = 'Answer briefly.';
const AGREE = [4, 5, 6];
const UTMOST = [6];

interface Truth {
  readonly name: string;
  readonly model: string;
  /** The system prompt of the other condition. */
  readonly other: string;
  /** The values that count as a yes. */
  readonly values: readonly number[];
  /** What is planted: the share without a frame, how much higher it is under the other condition. */
  readonly share?: number;
  readonly difference?: number;
}

const TRUTHS: readonly Truth[] = [
  { name: 'items far apart', model: 'larch', other: BRIEF, values: AGREE, share: 0.5 },
  { name: 'items alike', model: 'rowan', other: BRIEF, values: AGREE, share: 0.5 },
  { name: 'items far apart, rare', model: 'larch', other: BRIEF, values: UTMOST, share: 0.1 },
  { name: 'planted 25 points', model: 'larch', other: PIRATE, values: AGREE, difference: 0.25 },
  {
    name: 'planted 0 of items that differ',
    model: 'larch',
    other: PIRATE,
    values: AGREE,
    difference: 0,
  },
];

const SIZES = [
  [8, 1],
  [8, 4],
  [12, 2],
  [20, 1],
  [20, 4],
] as const;

export const POOL = 500;

function prepare(truth: Truth, items: number, samples: number): Prepared {
  const { model, other, values } = truth;
  const [plain, framed]: [Frame, Frame] = [{ model }, { model, system: other }];
  const share = shareOf(values);
  const demands: Planted[] = [];
  if (truth.share !== undefined) {
    demands.push({ of: (question) => share(law(plain, question)), is: truth.share });
  }
  if (truth.difference !== undefined) {
    demands.push({
      of: (question) => share(law(framed, question)) - share(law(plain, question)),
      is: truth.difference,
    });
  }
  const pool = planted(evenPool(POOL), demands);
  const over = (of: typeof share, frame: Frame) => overPool(pool, (q) => of(law(frame, q)));
  const truths = {
    share: over(share, plain),
    mean: over(meanValue, plain),
    shareDifference: over(share, framed) - over(share, plain),
    meanDifference: over(meanValue, framed) - over(meanValue, plain),
  };
  const draw = drawerOf(pool);
  return {
    told: {
      share: { planted: percent(truths.share) },
      mean: { planted: truths.mean.toFixed(2) },
      shareDifference: { planted: points(truths.shareDifference) },
      meanDifference: { planted: unsigned(truths.meanDifference.toFixed(2)) },
    },
    run: async (seed) => {
      const chance = random(seed);
      const asked = Array.from({ length: items }, () => draw(chance));
      const probe = probeOf({
        conditions: [
          { id: 'plain', label: 'plain' },
          { id: 'other', label: 'other', system: other },
        ],
        baseline: 'plain',
        items: asked.map((ask, at) => ({ id: `q-${at}`, ask })),
        measures: [
          { id: 'share', label: 'share', kind: 'share', when: [{ score: 'agrees', is: values }] },
          { id: 'mean', label: 'mean', kind: 'mean', score: 'agrees', scale: [1, 6] },
        ],
      });
      const { measures } = await compared(
        { probe, models: [model], personas: [ASSISTANT], samples },
        seed,
        ({ item, system, presented }) => ({
          outcome: 'answered',
          text: drawn(
            law({ model, system }, asked[Number(item.slice(2))] ?? ''),
            presented.agrees?.order ?? [],
            chance,
          ),
        }),
      );
      const [shares, means] = measures;
      return {
        share: covers(shares?.rows[0], truths.share),
        mean: covers(means?.rows[0], truths.mean),
        shareDifference: covers(shares?.contrasts[0], truths.shareDifference),
        meanDifference: covers(means?.contrasts[0], truths.meanDifference),
      };
    },
  };
}

/** No interval at all does not hold the truth. */
export function covers(one: Pick<Row | Contrast, 'interval'> | undefined, truth: number): number {
  const [low, high] = one?.interval ?? [1, 0];
  return Number(low <= truth + 1e-9 && truth <= high + 1e-9);
}

type Kind = 'share' | 'mean' | 'shareDifference' | 'meanDifference';

const INTERVALS: Readonly<Record<Kind, string>> = {
  share: 'share (Wilson, clustered)',
  mean: 'mean (t)',
  shareDifference: 'difference of shares (Newcombe)',
  meanDifference: 'difference of means (paired t)',
};

const NINE = 'eight yes-or-no answers have nine results, so that no interval comes nearer to 95 %';
const RARE = 'with so few yeses few results are possible, and the interval errs on the wide side';

function figuresOf(truth: Truth, items: number, samples: number): readonly Figure[] {
  return (Object.keys(INTERVALS) as Kind[]).map((kind): Figure => {
    const yesNo = kind === 'share' || kind === 'shareDifference';
    const few = truth.values.length < AGREE.length && items * samples < 80;
    const edge = !yesNo ? undefined : items * samples < 12 ? NINE : few ? RARE : undefined;
    return {
      name: `${INTERVALS[kind]}, ${truth.name}, ${items} × ${samples}`,
      of: kind,
      target: [0.93, 0.97],
      edge,
    };
  });
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

export function points(difference: number): string {
  return `${unsigned((100 * difference).toFixed(0))} points`;
}

/** Nothing is as much nothing below 0 as above it. */
export function unsigned(text: string): string {
  return text.replace(/^-(0(?:\.0+)?)$/, '$1');
}

export const COVERAGE: readonly Simulation[] = TRUTHS.flatMap((truth) =>
  SIZES.map(([items, samples]): Simulation => {
    const name = `${truth.name}, ${items} × ${samples}`;
    return {
      name: `coverage: ${name}`,
      figures: figuresOf(truth, items, samples),
      runs: 2,
      prepare: async () => prepare(truth, items, samples),
    };
  }),
);
