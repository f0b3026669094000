import { compare } from '../../core/comparison/compare.ts';
import type { Plan } from '../../core/domain/plan.ts';
import { evidenceOf } from '../../core/measures/evidence.ts';
import { REJECT_AT } from '../../core/statistics/e-value.ts';
import { random, seedFrom } from '../../core/statistics/random.ts';
import { covers, PIRATE, POOL, percent, unsigned } from './coverage.ts';
import { DISTRIBUTION, MEAN, measureOf, nothings, runnerOf, SHARE } from './nulls.ts';
import { drawerOf, evenPool, law, planted, shareOf } from './pool.ts';
import { bitsIn, ladderRunner, poolApart, rhoAt } from './power.ts';
import { ASSISTANT, compared, drawn, finishedRun, probeOf } from './run.ts';
import type { Prepared, Simulation } from './simulation.ts';

const NOMINAL = [0.93, 0.97] as const;
const AGREE = [4, 5, 6];

/** Divergences that were planted, by the jackknife's interval. */
function divergences(bits: number, items: number, samples: number): Simulation {
  const name = `divergence (jackknife), ${bits} bits, ${items} × ${samples}`;
  return {
    name: `more: ${name}`,
    figures: [{ name, of: 'covered', target: NOMINAL }],
    runs: 2,
    prepare: async () => divergencesOf(bits, items, samples),
  };
}

function divergencesOf(bits: number, items: number, samples: number): Prepared {
  const pool = poolApart(bits);
  const truth = bitsIn(pool);
  const run = runnerOf({
    model: 'larch',
    prompts: [undefined, PIRATE],
    measures: [DISTRIBUTION],
    items,
    samples,
    pool,
  });
  return {
    told: { covered: { planted: `${truth.toFixed(2)} bits` } },
    run: async (seed) => {
      const { measures } = await run(seed);
      return { covered: covers(measureOf(measures, 'distribution')?.contrasts[0], truth) };
    },
  };
}

/** The mean rho of an item over a ladder, by its t interval. */
function trends(difference: number, items: number): Simulation {
  const rises = difference === 0 ? 'nothing rises' : 'it rises';
  const name = `trend (t), ${rises}, ${items} × 1`;
  return {
    name: `more: ${name}`,
    figures: [{ name, of: 'covered', target: NOMINAL }],
    prepare: async () => trendsOf(difference, items),
  };
}

async function trendsOf(difference: number, items: number): Promise<Prepared> {
  const truth = await rhoAt(difference, 1, 30);
  const run = ladderRunner(difference, items, 1);
  return {
    told: { covered: { planted: `a mean rho of ${unsigned(truth.toFixed(2))}` } },
    run: async (seed) => {
      const { measures } = await run(seed);
      return { covered: covers(measureOf(measures, 'trend')?.rows[0], truth) };
    },
  };
}

/** Two conditions of one fixed script, whose repeats are nobody's pairs. */
function scripts(share: number, repeats: number): Simulation {
  const name = `difference of shares over ${repeats} repeats of a fixed script (Newcombe)`;
  return {
    name: `more: ${name}`,
    figures: [{ name, of: 'covered', target: NOMINAL }],
    runs: 2,
    prepare: async () => scriptsOf(share, repeats),
  };
}

function scriptsOf(share: number, repeats: number): Prepared {
  const own = shareOf(AGREE);
  const of = (question: string) => own(law({ model: 'larch' }, question));
  const pool = planted(evenPool(POOL), [{ of, is: share }]);
  const draw = drawerOf(pool);
  const [other] = nothings(1);
  return {
    told: { covered: { planted: `0 points, near ${percent(share)}` } },
    run: async (seed) => {
      const chance = random(seed);
      const asked = draw(chance);
      const probe = probeOf({
        conditions: [
          { id: 'plain', label: 'plain' },
          { id: 'other', label: 'other', system: other },
        ],
        baseline: 'plain',
        items: [{ id: 'q-0', ask: asked }],
        measures: [{ ...SHARE, unit: 'sample' }],
      });
      const { measures } = await compared(
        { probe, models: ['larch'], personas: [ASSISTANT], samples: repeats },
        seed,
        ({ system, presented }) => ({
          outcome: 'answered',
          text: drawn(
            law({ model: 'larch', system }, asked),
            presented.agrees?.order ?? [],
            chance,
          ),
        }),
      );
      return { covered: covers(measureOf(measures, 'share')?.contrasts[0], 0) };
    },
  };
}

const LOOKS = 6;

/** Somebody runs it again until it looks convincing, six times at most, and nothing is there. */
function peeking(): Simulation {
  return {
    name: 'more: peeking',
    figures: [
      {
        name: `e-value of ${REJECT_AT} reached by somebody who looks after each of ${LOOKS} runs`,
        of: 'convinced',
        target: [0, 0.05],
      },
      {
        name: `a p under .05 found by somebody who looks after each of ${LOOKS} runs`,
        of: 'fooled',
        edge: 'why the e-value is there: each single run keeps its 5 %, and six looks do not',
      },
    ],
    prepare: async () => peekingOf(),
  };
}

function peekingOf(): Prepared {
  const draw = drawerOf(evenPool(POOL));
  const [other] = nothings(1);
  return {
    run: async (seed) => {
      const chance = random(seed);
      const asked = Array.from({ length: 12 }, () => draw(chance));
      const probe = probeOf({
        conditions: [
          { id: 'plain', label: 'plain' },
          { id: 'other', label: 'other', system: other },
        ],
        baseline: 'plain',
        items: asked.map((ask, at) => ({ id: `q-${at}`, ask })),
        measures: [MEAN],
      });
      let [evidence, convinced, fooled]: [Plan['evidence'], number, number] = [undefined, 0, 0];
      for (let look = 0; look < LOOKS; look++) {
        const snapshot = await finishedRun(
          { probe, models: ['larch'], personas: [ASSISTANT], samples: 2, evidence },
          seedFrom(seed, look),
          ({ item, system, presented }) => ({
            outcome: 'answered',
            text: drawn(
              law({ model: 'larch', system }, asked[Number(item.slice(2))] ?? ''),
              presented.agrees?.order ?? [],
              chance,
            ),
          }),
        );
        const { plan } = snapshot;
        if (plan.kind !== 'probe') throw new Error('a question has no figures');
        const comparison = compare({ ...snapshot, plan: { ...plan, evidence: evidence ?? {} } });
        const contrast = measureOf(comparison.measures, 'mean')?.contrasts[0];
        if (contrast?.verdict === 'difference') fooled = 1;
        if ((contrast?.evidence?.total ?? 0) >= REJECT_AT) convinced = 1;
        evidence = evidenceOf(comparison);
      }
      return { convinced, fooled };
    },
  };
}

export const MORE: readonly Simulation[] = [
  divergences(0.1, 12, 2),
  divergences(0.1, 20, 4),
  divergences(0.25, 20, 2),
  trends(0, 12),
  trends(0.6, 12),
  trends(0.6, 20),
  scripts(0.5, 12),
  peeking(),
];
