import type { Comparison, MeasureResult } from '../../core/domain/comparison.ts';
import type { Persona } from '../../core/domain/probe.ts';
import { type Random, random } from '../../core/statistics/random.ts';
import { PIRATE, POOL } from './coverage.ts';
import {
  drawerOf,
  evenPool,
  law,
  type Figure as Measured,
  meanValue,
  type Planted,
  type Pool,
  planted,
  SCALE,
  shareOf,
} from './pool.ts';
import {
  AGREES,
  ASSISTANT,
  agrees,
  compared,
  drawn,
  probeOf,
  type Says,
  type Setting,
} from './run.ts';
import type { Figure, Shown, Simulation } from './simulation.ts';

const AGREE = [4, 5, 6];
const SIZES = [3, 10, 15] as const;

/** Prompts that are no evidence of any character, so that nothing differs under them. */
export function nothings(many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => `Take your time over number ${at + 1}.`);
}

export const SHARE = {
  id: 'share',
  label: 'share',
  kind: 'share',
  when: [{ score: 'agrees', is: AGREE }],
};
export const MEAN = { id: 'mean', label: 'mean', kind: 'mean', score: 'agrees', scale: [1, 6] };
export const DISTRIBUTION = {
  id: 'distribution',
  label: 'distribution',
  kind: 'distribution',
  score: 'agrees',
  categories: SCALE.map((label, at) => ({ value: at + 1, label })),
};

/** A probe on one model whose conditions are these prompts; the first is the baseline. */
export interface Design {
  readonly model: string;
  readonly prompts: readonly (string | undefined)[];
  readonly measures: readonly unknown[];
  readonly items: number;
  readonly samples: number;
  readonly ranks?: readonly { readonly rank: number; readonly ladder: string }[];
  readonly pool: Pool;
}

/** Runs of a design, each with items drawn anew. */
export function runnerOf(design: Design): (seed: number) => Promise<Comparison> {
  const { model, prompts, items, samples, ranks } = design;
  const draw = drawerOf(design.pool);
  const conditions = prompts.map((system, at) => ({
    id: `c-${at}`,
    label: `c-${at}`,
    ...(system === undefined ? {} : { system }),
    ...ranks?.[at],
  }));
  return (seed) => {
    const chance = random(seed);
    const asked = Array.from({ length: items }, () => draw(chance));
    const probe = probeOf({
      conditions,
      baseline: 'c-0',
      items: asked.map((ask, at) => ({ id: `q-${at}`, ask })),
      measures: design.measures,
      scores: [AGREES],
    });
    const says: Says = ({ item, system, presented }) => ({
      outcome: 'answered',
      text: drawn(
        law({ model, system }, asked[Number(item.slice(2))] ?? ''),
        presented.agrees?.order ?? [],
        chance,
      ),
    });
    return compared({ probe, models: [model], personas: [ASSISTANT], samples }, seed, says);
  };
}

/** 1 where any contrast of the measure is called a difference. */
export function anyClaim({ measures }: Comparison, id: string): number {
  return Number(measureOf(measures, id)?.contrasts.some(({ verdict }) => verdict === 'difference'));
}

export function measureOf(
  measures: readonly MeasureResult[],
  id: string,
): MeasureResult | undefined {
  return measures.find((one) => one.id === id);
}

function familyFigure(of: string, what: string, size: number): Figure {
  const by = size <= 10 ? 'Holm' : 'Benjamini–Hochberg';
  return { name: `${what}, family of ${size} (${by})`, of, target: [0, 0.05] };
}

/** Figures, and how to come by what a run shows of them. */
interface Null {
  readonly figures: readonly Figure[];
  readonly prepare: () => (seed: number) => Promise<Shown>;
}

/** The measures of which any contrast is called a difference. */
const claimsOf =
  (runner: () => (seed: number) => Promise<Comparison>, ...ids: string[]): Null['prepare'] =>
  () => {
    const run = runner();
    return async (seed) => {
      const comparison = await run(seed);
      return Object.fromEntries(ids.map((id) => [id, anyClaim(comparison, id)]));
    };
  };

/** Conditions that differ in nothing, each against the baseline. */
function alike(size: number): Null {
  return {
    figures: [
      familyFigure('share', 'shares that are one', size),
      familyFigure('mean', 'means that are one', size),
      familyFigure('distribution', 'distributions that are one', size),
    ],
    prepare: claimsOf(
      () =>
        runnerOf({
          model: 'larch',
          prompts: [undefined, ...nothings(size)],
          measures: [SHARE, MEAN, DISTRIBUTION],
          items: 12,
          samples: 2,
          pool: evenPool(POOL),
        }),
      'share',
      'mean',
      'distribution',
    ),
  };
}

/** Personas that answer otherwise item by item, and on the population as often one way as the other. */
function balanced(size: number): Null {
  return {
    figures: [
      familyFigure('share', 'shares that are one over items that differ', size),
      familyFigure('mean', 'means that are one over items that differ', size),
    ],
    prepare: claimsOf(
      () => {
        const prompts = PERSONAS.slice(0, size);
        return runnerOf({
          model: 'larch',
          prompts: [undefined, ...prompts],
          measures: [SHARE, MEAN],
          items: 12,
          samples: 2,
          pool: planted(evenPool(POOL), [
            ...zero(shareOf(AGREE), prompts),
            ...zero(meanValue, prompts),
          ]),
        });
      },
      'share',
      'mean',
    ),
  };
}

function zero(of: Measured, prompts: readonly string[]): readonly Planted[] {
  return prompts.map((system) => ({
    of: (question) =>
      of(law({ model: 'larch', system }, question)) - of(law({ model: 'larch' }, question)),
    is: 0,
  }));
}

const PERSONAS = [
  PIRATE,
  ...'poet teacher clerk jester ghost prophet physician leviathan swarm analyst alien mediator recluse innkeeper'
    .split(' ')
    .map((name) => `You are a ${name}.`),
];

/** Every row against what chance gives, which it is. */
function atChance(size: number): Null {
  return {
    figures: [
      familyFigure('share', 'shares at chance, .5', size),
      familyFigure('mean', 'means at chance', size),
    ],
    prepare: claimsOf(
      () => {
        const plain = (of: Measured) => (question: string) => of(law({ model: 'larch' }, question));
        return runnerOf({
          model: 'larch',
          prompts: [undefined, ...nothings(size - 1)],
          measures: [
            { ...SHARE, chance: 0.5 },
            { ...MEAN, chance: 3.5 },
          ],
          items: 12,
          samples: 2,
          pool: planted(evenPool(POOL), [
            { of: plain(shareOf(AGREE)), is: 0.5 },
            { of: plain(meanValue), is: 3.5 },
          ]),
        });
      },
      'share',
      'mean',
    ),
  };
}

/** Shares at a chance that is not one half, where a yes and a no do not mirror each other. */
function atRareChance(chance: number, items: number, samples: number): Null {
  return {
    figures: [familyFigure('share', `shares at chance, ${chance}, ${items} × ${samples}`, 3)],
    prepare: claimsOf(() => {
      const values = chance < 0.2 ? [6] : [5, 6];
      const share = shareOf(values);
      const of = (question: string) => share(law({ model: 'larch' }, question));
      return runnerOf({
        model: 'larch',
        prompts: [undefined, ...nothings(2)],
        measures: [{ ...SHARE, when: [{ score: 'agrees', is: values }], chance }],
        items,
        samples,
        pool: planted(evenPool(POOL), [{ of, is: chance }]),
      });
    }, 'share'),
  };
}

const RUNGS = 4;

/** Ladders whose rungs differ in nothing. */
function level(size: number): Null {
  return {
    figures: [familyFigure('trend', 'trends where nothing rises', size)],
    prepare: claimsOf(
      () =>
        runnerOf({
          model: 'larch',
          prompts: nothings(size * RUNGS),
          ranks: Array.from({ length: size * RUNGS }, (_, at) => ({
            rank: at % RUNGS,
            ladder: `ladder-${Math.floor(at / RUNGS)}`,
          })),
          measures: [
            { id: 'trend', label: 'trend', kind: 'trend', of: 'mean' },
            { ...MEAN, over: 'each' },
          ],
          items: 12,
          samples: 1,
          pool: evenPool(POOL),
        }),
      'trend',
    ),
  };
}

/** Two statements an item that have nothing to do with each other, asked of several personas. */
export function pairRunner(
  personas: readonly Persona[],
  items: number,
  samples: number,
  second: (first: string, chance: Random) => string,
  conditions: readonly {
    readonly id: string;
    readonly label: string;
    readonly system?: string;
  }[] = [{ id: 'plain', label: 'plain' }],
): (seed: number) => Promise<Comparison> {
  const draw = drawerOf(evenPool(POOL));
  const mean = (id: string, score: string) => ({ ...MEAN, id, label: id, score });
  return (seed) => {
    const chance = random(seed);
    const asked = Array.from({ length: items }, () => {
      const first = draw(chance);
      return { first, second: second(first, chance) };
    });
    const setting: Setting = {
      models: ['larch'],
      personas,
      samples,
      probe: probeOf({
        conditions,
        baseline: conditions[0]?.id,
        items: asked.map((one, at) => ({
          id: `q-${at}`,
          script: [
            { aside: one.first, id: 'first' },
            { aside: one.second, id: 'second' },
          ],
        })),
        scores: [agrees('x', 'first'), agrees('y', 'second')],
        measures: [
          { id: 'together', label: 'together', kind: 'correlation', x: 'x', y: 'y', over: 'items' },
          mean('x', 'x'),
          mean('y', 'y'),
        ],
      }),
    };
    return compared(setting, seed, ({ item, system, presented }, { id }) => {
      const one = asked[Number(item.slice(2))];
      const [question, score] = id === 'first' ? [one?.first, 'x'] : [one?.second, 'y'];
      const order = presented[score]?.order ?? [];
      return {
        outcome: 'answered',
        text: drawn(law({ model: 'larch', system }, question ?? ''), order, chance),
      };
    });
  };
}

export function quietPersonas(many: number): readonly Persona[] {
  return nothings(many).map((system, at) => ({
    ...ASSISTANT,
    name: `p-${at}`,
    label: `p-${at}`,
    system,
  }));
}

const another = drawerOf(evenPool(POOL));

function unrelated(size: number): Null {
  return {
    figures: [familyFigure('together', 'correlations of what is unrelated', size)],
    prepare: claimsOf(
      () => pairRunner(quietPersonas(size), 8, 1, (_, chance) => another(chance)),
      'together',
    ),
  };
}

/** The same items under several conditions are not so many items more. */
function unrelatedOverConditions(): Null {
  const conditions = nothings(4).map((system, at) => ({ id: `c-${at}`, label: `c-${at}`, system }));
  return {
    figures: [
      familyFigure('together', 'correlations of what is unrelated, items under four conditions', 3),
    ],
    prepare: claimsOf(
      () => pairRunner(quietPersonas(3), 8, 1, (_, chance) => another(chance), conditions),
      'together',
    ),
  };
}

const simulation = (name: string, { figures, prepare }: Null): Simulation => ({
  name: `nulls: ${name}`,
  figures,
  prepare: async () => ({ run: prepare() }),
});

export const NULLS: readonly Simulation[] = [
  ...SIZES.flatMap((size) => [
    simulation(`alike ${size}`, alike(size)),
    simulation(`chance ${size}`, atChance(size)),
    simulation(`trend ${size}`, level(size)),
    simulation(`correlation ${size}`, unrelated(size)),
  ]),
  ...[3, 10].map((size) => simulation(`balanced ${size}`, balanced(size))),
  simulation('correlation over conditions', unrelatedOverConditions()),
  ...(
    [
      [0.25, 12, 1],
      [0.25, 20, 2],
      [0.1, 20, 2],
    ] as const
  ).map(([chance, items, samples]) =>
    simulation(`chance ${chance} ${items} × ${samples}`, atRareChance(chance, items, samples)),
  ),
];
