import type { Comparison, Contrast } from '../../core/domain/comparison.ts';
import { jensenShannon } from '../../core/statistics/jensen-shannon.ts';
import { mean } from '../../core/statistics/mean.ts';
import { type Noise, power } from '../../core/statistics/minimum-detectable-effect.ts';
import { seedFrom } from '../../core/statistics/random.ts';
import { PIRATE, POOL, percent } from './coverage.ts';
import { anyClaim, DISTRIBUTION, MEAN, measureOf, nothings, runnerOf, SHARE } from './nulls.ts';
import {
  evenPool,
  law,
  meanValue,
  type Figure as Of,
  overPool,
  type Pool,
  planted,
  shareOf,
  varianceWithin,
} from './pool.ts';
import type { Prepared, Simulation } from './simulation.ts';

const AGREE = [4, 5, 6];
const MODEL = 'larch';
const SAFE = 'errs on the safe side: the nearer to the end of the scale, the less it varies';
const FEW_VALUES =
  'one or two samples an item take few values, and an exact test of them is stricter than the formula';
/** Runs that tell what a null prints. */
const LOOKS = 201;

interface Measured {
  readonly id: 'share' | 'mean';
  readonly of: Of;
  readonly value: (value: number) => number;
}

const SHARES: Measured = {
  id: 'share',
  of: shareOf(AGREE),
  value: (value) => Number(AGREE.includes(value)),
};
const MEANS: Measured = { id: 'mean', of: meanValue, value: (value) => value };
const gapAt =
  ({ of }: Measured) =>
  (question: string) =>
    of(law({ model: MODEL, system: PIRATE }, question)) - of(law({ model: MODEL }, question));

/** A population on which the pirate lies `difference` higher. */
function poolWith(measured: Measured, difference: number): Pool {
  return planted(evenPool(POOL), [{ of: gapAt(measured), is: difference }]);
}

/** How many of the items and the samples are left when those are gone that answer with no number. */
function leftOf(
  items: number,
  samples: number,
): { readonly items: number; readonly samples: number } {
  const [framed, plain] = [{ model: MODEL, system: PIRATE }, { model: MODEL }].map((frame) =>
    overPool(evenPool(POOL), (question) => law(frame, question).evades),
  );
  const asked = (evades = 0) => 1 - evades ** samples;
  const evades = ((framed ?? 0) + (plain ?? 0)) / 2;
  return {
    items: items * asked(framed) * asked(plain),
    samples: (samples * (1 - evades)) / asked(evades),
  };
}

function noiseOf(pool: Pool, measured: Measured, samples: number): Noise {
  const gap = gapAt(measured);
  const centre = overPool(pool, gap);
  const within = (system?: string) =>
    overPool(pool, (q) => varianceWithin(law({ model: MODEL, system }, q), measured.value));
  return {
    items: overPool(pool, (q) => (gap(q) - centre) ** 2),
    withinA: within(PIRATE),
    samplesA: samples,
    withinB: within(),
    samplesB: samples,
  };
}

/** One contrast whose size and variances are known: is it found as often as was reckoned? */
function reckoned(
  measured: Measured,
  difference: number,
  items: number,
  samples: number,
): Simulation {
  const name = `planned effect, ${measured.id}, ${items} × ${samples}`;
  const edge = samples < (measured.id === 'share' ? 4 : 2) ? FEW_VALUES : undefined;
  return {
    name: `power: ${name}`,
    figures: [{ name, of: 'found', edge }],
    prepare: async () => reckonedOf(measured, difference, items, samples),
  };
}

function reckonedOf(
  measured: Measured,
  difference: number,
  items: number,
  samples: number,
): Prepared {
  const pool = poolWith(measured, difference);
  const left = leftOf(items, samples);
  const planned = power(difference, left.items, noiseOf(pool, measured, left.samples));
  const run = runnerOf({
    model: MODEL,
    prompts: [undefined, PIRATE],
    measures: [measured.id === 'share' ? SHARE : MEAN],
    items,
    samples,
    pool,
  });
  const size = measured.id === 'share' ? `${Math.round(100 * difference)} points` : difference;
  return {
    told: {
      found: {
        planted: `${size}, so that power is ${percent(planned)}`,
        target: [planned - 0.05, planned + 0.05],
      },
    },
    run: async (seed) => ({ found: anyClaim(await run(seed), measured.id) }),
  };
}

/** What a run like this says that it could have seen, in the middle of many runs without any effect. */
async function printedBy(
  run: (seed: number) => Promise<Comparison>,
  which: (comparison: Comparison) => Contrast | undefined,
  name: string,
): Promise<number> {
  const printed: number[] = [];
  for (let look = 0; look < LOOKS; look++) {
    const one = which(await run(seedFrom('look', name, look)));
    if (one?.minimumDetectableEffect !== undefined) printed.push(one.minimumDetectableEffect);
  }
  printed.sort((a, b) => a - b);
  return printed[printed.length >> 1] ?? Number.NaN;
}

/** The pirate among conditions that differ in nothing, so that the family is of that size. */
function couldSee(measured: Measured, items: number, samples: number, family: number): Simulation {
  const name = `${measured.id}, ${items} × ${samples}, family of ${family}`;
  const edge = measured.id === 'share' && items * samples < 30 ? FEW_VALUES : undefined;
  return seenSimulation(name, edge, async () => {
    const design = {
      model: MODEL,
      prompts: [undefined, PIRATE, ...nothings(family - 1)],
      measures: [measured.id === 'share' ? SHARE : MEAN],
      items,
      samples,
    };
    const pirates = (comparison: Comparison) =>
      measureOf(comparison.measures, measured.id)?.contrasts.find(({ a }) => a.condition === 'c-1');
    const quiet = runnerOf({ ...design, pool: poolWith(measured, 0) });
    const seen = await printedBy(quiet, pirates, name);
    const run = runnerOf({ ...design, pool: poolWith(measured, seen) });
    const size = measured.id === 'share' ? `${(100 * seen).toFixed(1)} points` : seen.toFixed(2);
    return {
      told: { found: { planted: size } },
      run: async (seed) => ({
        found: Number(pirates(await run(seed))?.verdict === 'difference'),
      }),
    };
  });
}

/** What the run printed that it could have seen is planted: it is to be found four times in five. */
function seenSimulation(
  what: string,
  edge: string | undefined,
  prepare: Simulation['prepare'],
): Simulation {
  const name = `“could have seen”, ${what}`;
  return {
    name: `power: ${name}`,
    figures: [{ name, of: 'found', target: [0.75, 0.85], edge }],
    prepare,
  };
}

const SCALE_SHARE = shareOf(AGREE);

/** A share against chance: the population is tilted until the share without a frame is so far from it. */
function couldSeeAtChance(items: number, samples: number): Simulation {
  const name = `share against chance, ${items} × ${samples}`;
  return seenSimulation(name, items < 20 ? SAFE : undefined, async () => {
    const of = (question: string) => SCALE_SHARE(law({ model: MODEL }, question));
    const design = {
      model: MODEL,
      prompts: [undefined],
      measures: [{ ...SHARE, chance: 0.5 }],
      items,
      samples,
    };
    const own = (comparison: Comparison) => measureOf(comparison.measures, 'share')?.contrasts[0];
    const at = (is: number) => planted(evenPool(POOL), [{ of, is }]);
    const seen = await printedBy(runnerOf({ ...design, pool: at(0.5) }), own, name);
    const run = runnerOf({ ...design, pool: at(0.5 + seen) });
    return {
      told: { found: { planted: `${(100 * seen).toFixed(1)} points` } },
      run: async (seed) => ({ found: Number(own(await run(seed))?.verdict === 'difference') }),
    };
  });
}

function couldSeeApart(items: number, samples: number): Simulation {
  const name = `distribution, ${items} × ${samples}`;
  return seenSimulation(name, undefined, async () => {
    const design = {
      model: MODEL,
      prompts: [undefined, PIRATE],
      measures: [DISTRIBUTION],
      items,
      samples,
    };
    const own = (comparison: Comparison) =>
      measureOf(comparison.measures, 'distribution')?.contrasts[0];
    const seen = await printedBy(runnerOf({ ...design, pool: poolWith(MEANS, 0) }), own, name);
    const run = runnerOf({ ...design, pool: poolApart(seen) });
    return {
      told: { found: { planted: `${seen.toFixed(2)} bits` } },
      run: async (seed) => ({ found: Number(own(await run(seed))?.verdict === 'difference') }),
    };
  });
}

/** The population on which the pirate's mean lies so much higher that the distributions are so far apart. */
export function poolApart(bits: number): Pool {
  let [low, high] = [0, 2.4];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (bitsIn(poolWith(MEANS, middle)) < bits) low = middle;
    else high = middle;
  }
  return poolWith(MEANS, (low + high) / 2);
}

export function bitsIn(pool: Pool): number {
  const shares = (system?: string) =>
    [1, 2, 3, 4, 5, 6].map((value) =>
      overPool(pool, (q) => shareOf([value])(law({ model: MODEL, system }, q))),
    );
  return jensenShannon(shares(), shares(PIRATE));
}

const RUNGS = [undefined, nothings(1)[0], PIRATE, `${PIRATE} Take your time.`];

/** A ladder of four: two rungs as it comes, two for the pirate. What is planted is the mean rho of an item. */
export function ladderRunner(
  difference: number,
  items: number,
  samples: number,
): (seed: number) => Promise<Comparison> {
  return runnerOf({
    model: MODEL,
    prompts: RUNGS,
    ranks: RUNGS.map((_, rank) => ({ rank, ladder: 'ladder' })),
    measures: [{ id: 'trend', label: 'trend', kind: 'trend', of: 'mean' }, MEAN],
    items,
    samples,
    pool: poolWith(MEANS, difference),
  });
}

const trendIn = (comparison: Comparison) => measureOf(comparison.measures, 'trend')?.contrasts[0];
const MANY = 500;

/** The mean rho where the pirate's mean lies so much higher: of so many items that .01 is certain. */
export async function rhoAt(difference: number, samples: number, times = 3): Promise<number> {
  const run = ladderRunner(difference, MANY, samples);
  const found: number[] = [];
  for (let time = 0; time < times; time++) {
    found.push(trendIn(await run(seedFrom('rho', difference, time)))?.difference ?? 0);
  }
  return mean(found);
}

function couldSeeTrend(items: number, samples: number): Simulation {
  const name = `trend, ${items} × ${samples}`;
  return seenSimulation(name, SAFE, async () => {
    const seen = await printedBy(ladderRunner(0, items, samples), trendIn, name);
    let [low, high] = [0, 2];
    for (let step = 0; step < 6; step++) {
      const middle = (low + high) / 2;
      if ((await rhoAt(middle, samples)) < seen) low = middle;
      else high = middle;
    }
    const run = ladderRunner((low + high) / 2, items, samples);
    return {
      told: { found: { planted: `a mean rho of ${seen.toFixed(2)}` } },
      run: async (seed) => ({ found: Number(trendIn(await run(seed))?.verdict === 'difference') }),
    };
  });
}

export const POWERS: readonly Simulation[] = [
  reckoned(MEANS, 0.9, 33, 1),
  reckoned(MEANS, 0.7, 35, 2),
  reckoned(MEANS, 0.6, 34, 4),
  reckoned(SHARES, 0.3, 23, 2),
  reckoned(SHARES, 0.25, 34, 2),
  reckoned(SHARES, 0.2, 37, 4),
  couldSee(MEANS, 8, 2, 1),
  couldSee(MEANS, 12, 2, 1),
  couldSee(MEANS, 20, 2, 1),
  couldSee(MEANS, 20, 2, 5),
  couldSee(MEANS, 20, 2, 10),
  couldSee(SHARES, 12, 2, 1),
  couldSee(SHARES, 20, 1, 1),
  couldSee(SHARES, 20, 4, 1),
  couldSee(SHARES, 20, 2, 5),
  couldSeeAtChance(12, 2),
  couldSeeAtChance(20, 4),
  couldSeeApart(12, 2),
  couldSeeApart(20, 2),
  couldSeeTrend(12, 1),
];
