import type { ChoiceDistribution } from '../../cast/choice/distribution.ts';
import { compare } from '../../core/comparison/compare.ts';
import { parseConfig } from '../../core/config/parse.ts';
import type { Comparison } from '../../core/domain/comparison.ts';
import type { Outcome } from '../../core/domain/outcome.ts';
import type { Plan } from '../../core/domain/plan.ts';
import type { Persona, Probe } from '../../core/domain/probe.ts';
import type { Reply } from '../../core/domain/reply.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import type { AskedStep, PlannedTrial, Trial } from '../../core/domain/trial.ts';
import type { Models } from '../../core/models/models.ts';
import { pendingJudgementsFor } from '../../core/planning/pending-judgements.ts';
import { makePlan, type Planner } from '../../core/planning/plan.ts';
import { subjectsOf } from '../../core/planning/subjects.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { createJudge } from '../../core/runs/judge.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import type { Random } from '../../core/statistics/random.ts';
import { SCALE } from './pool.ts';

const config = parseConfig('', {
  file: 'bench',
  cast: { baseUrl: 'http://127.0.0.1:1/v1' },
  env: {},
});
const scorers = await loadScorers();
const NOBODY = { id: 'bench:nobody', name: 'nobody' };
const WHEN = '2026-01-01T00:00:00.000Z';

const planner: Planner = {
  config: { ...config, limits: { ...config.limits, trialsPerRun: 1_000_000 } },
  scorers,
  version: 'bench',
  now: () => new Date(WHEN),
};

/** What a planned trial says at a step. */
export type Says = (trial: PlannedTrial, step: AskedStep) => Pick<Reply, 'text' | 'outcome'>;

export interface Setting {
  readonly probe: Probe;
  readonly models: readonly string[];
  /** By name: a system prompt, or none. */
  readonly personas: readonly Persona[];
  readonly samples: number;
  readonly judges?: readonly string[];
  readonly evidence?: Plan['evidence'];
}

/**
 * A whole run without its network: planned, answered by `says`, scored by the scorers of the project, and
 * put into a finished snapshot.
 */
export async function finishedRun(
  setting: Setting,
  seed: number,
  says: Says,
  models: Models = NO_MODELS,
): Promise<Snapshot> {
  const personas = new Map(setting.personas.map((one) => [one.name, one]));
  const plan = makePlan(
    {
      kind: 'probe',
      probe: setting.probe,
      subjects: subjectsOf(setting.models, [...personas.keys()], { config, personas }),
      samples: setting.samples,
      judges: setting.judges,
      seed,
      by: NOBODY,
      channel: 'bench',
      evidence: setting.evidence,
    },
    planner,
  );
  const trials = plan.trials.map((planned) => trialOf(planned, says));
  const done = new Map(trials.map((trial) => [trial.trialId, trial]));
  const due = pendingJudgementsFor(plan);
  const { signal } = new AbortController();
  const tools = { models, config: () => config, scorers: async () => scorers, signal };
  const judge = createJudge(plan, tools);
  const judgements = await Promise.all(
    plan.trials.flatMap((planned) => {
      const trial = done.get(planned.trialId);
      return trial ? due(trial, done).map((one) => judge({ planned, trial }, one)) : [];
    }),
  );
  const at = planner.now().toISOString();
  return {
    plan,
    state: 'done',
    startedAt: at,
    finishedAt: at,
    trials,
    judgements,
    settled: trials.length,
    partial: {},
    settledBefore: 0,
  };
}

export async function compared(
  setting: Setting,
  seed: number,
  says: Says,
  models?: Models,
): Promise<Comparison> {
  return compare(await finishedRun(setting, seed, says, models));
}

const NO_MODELS: Models = {
  ask: () => Promise.reject(new Error('nobody is asked here')),
  missingKey: () => undefined,
  status: async () => [],
};

function trialOf(planned: PlannedTrial, says: Says): Trial {
  const replies = planned.steps.flatMap((step) =>
    step.kind === 'given'
      ? []
      : [
          {
            step: step.id,
            usage: { tokensIn: 1, tokensOut: 1, estimated: false },
            totalMs: 1,
            attempts: 1,
            ...says(planned, step),
          },
        ],
  );
  const ended: Outcome =
    replies.find(({ outcome }) => outcome !== 'answered')?.outcome ?? 'answered';
  return {
    trialId: planned.trialId,
    outcome: ended,
    replies,
    startedAt: WHEN,
    finishedAt: WHEN,
    cached: false,
  };
}

/** An answer drawn from the exact law: the number that its option has in the trial, or an evasion. */
export function drawn(law: ChoiceDistribution, order: readonly string[], random: Random): string {
  let at = random.unit();
  for (const [index, { share }] of law.options.entries()) {
    at -= share;
    if (at < 0) return String(order.indexOf(String(index + 1)) + 1);
  }
  return 'I would rather not choose.';
}

/** A choice on the scale of agreement, whose law `pool.ts` knows. */
export const AGREES = agrees('agrees', 'answer');

export function agrees(id: string, of: string) {
  const options = SCALE.map((text, at) => ({ value: at + 1, text }));
  return { id, by: 'choice', of, reverse: 'half', options };
}

/** A probe of which only the parts that matter are given. */
export function probeOf(own: Readonly<Record<string, unknown>>): Probe {
  return probeSchema.parse({
    name: 'validity',
    version: 1,
    title: 'what was planted?',
    about: 'A probe of the simulated cast.',
    source: [{ label: 'bench' }],
    scores: [AGREES],
    psm: { predicts: 'Nothing.', against: 'Nothing.' },
    ...own,
  });
}

/** The persona without a frame. */
export const ASSISTANT: Persona = {
  name: 'assistant',
  label: 'assistant',
  about: 'As it comes.',
  licence: 'MIT',
};
