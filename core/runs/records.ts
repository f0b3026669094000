import { z } from 'zod';
import type { Probe } from '../domain/probe.ts';
import type { RecordKind } from '../store/versioned.ts';
import type {
  RecordedHead,
  RecordedJudgement,
  RecordedPlan,
  RecordedTrial,
} from './recorded-run.ts';
import { runSchemas, withPhase } from './run-schemas.ts';
import type { Expense } from './spending.ts';

const named = z.looseObject({ id: z.string() });

/** Enough to know a probe by: an old run stays readable where the schema of probe files has grown stricter. */
const storedProbe = z.custom<Probe>(
  (value) =>
    z
      .looseObject({
        name: z.string(),
        version: z.number(),
        title: z.string(),
        baseline: z.string(),
        conditions: z.array(named).min(1),
        items: z.array(named).min(1),
        scores: z.array(z.looseObject({ id: z.string(), by: z.string() })),
        measures: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
        controls: z.array(z.looseObject({ measure: z.string() })),
        psm: z.looseObject({ directions: z.array(z.looseObject({ measure: z.string() })) }),
      })
      .safeParse(value).success,
  'no probe',
);

const parts = runSchemas(z.string().min(1), storedProbe);
const when = z.iso.datetime();
const person = z.looseObject({ id: z.string(), name: z.string() });

/** Version 1 had one judge and no controls, and judged no refusals. */
export const PLAN: RecordKind<RecordedPlan> = {
  name: 'plan',
  version: 2,
  large: true,
  schema: parts.settings.extend({ trials: z.array(parts.plannedTrial) }),
  versionOfUnmarked: (plan) => ('judges' in plan ? 2 : 1),
  migrations: { 1: planWithJudges },
};

function planWithJudges({ judge, probe, ...plan }: Readonly<Record<string, unknown>>) {
  const { scores, ...rest } = z
    .looseObject({ scores: z.array(z.looseObject({ id: z.string(), by: z.string() })) })
    .parse(probe);
  return {
    simulated: false,
    ...plan,
    judges: judge === undefined ? [] : [judge],
    // Every scorer of that version that asked a judge was called so.
    judged: scores.filter(({ by }) => by.startsWith('judge-')).map(({ id }) => id),
    probe: {
      controls: [],
      ...rest,
      scores: scores.map((score) => ({ refusals: 'outcome', ...score })),
    },
  };
}

export const TRIAL: RecordKind<RecordedTrial> = {
  name: 'trial',
  version: 1,
  schema: parts.finishedTrial,
};

export const JUDGEMENT: RecordKind<RecordedJudgement> = {
  name: 'judgement',
  version: 1,
  schema: parts.judgement,
};

export const HEAD: RecordKind<RecordedHead> = {
  name: 'run',
  version: 1,
  schema: withPhase({
    run: z.string(),
    kind: z.enum(['ask', 'probe']),
    title: z.string(),
    analogue: z.boolean().optional(),
    subjects: z.array(z.string()),
    samples: z.int(),
    by: person,
    channel: z.string(),
    simulated: z.boolean().optional(),
    plannedAt: when,
    trials: z.int(),
    settled: z.int(),
    usd: parts.usd,
    owner: z.looseObject({ host: z.string(), pid: z.int(), boot: z.string() }),
    seen: z.number(),
  }),
};

export const EXPENSE: RecordKind<Expense> = {
  name: 'expense',
  version: 1,
  schema: z.looseObject({
    id: z.string(),
    by: person,
    channel: z.string(),
    usd: z.number(),
    at: when,
  }),
};
