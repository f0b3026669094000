import type { App } from '../app/app.ts';
import type { Config } from '../config/types.ts';
import { type Asker, checkAccess } from '../domain/access.ts';
import type { Plan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { makePlan, type PlanRequest } from './plan.ts';
import { subjectsOf } from './subjects.ts';

/** What a person can choose of a run; what is absent comes from the configuration or the probe. */
export interface Choices {
  readonly models?: readonly string[] | undefined;
  readonly personas?: readonly string[] | undefined;
  readonly samples?: number | undefined;
  readonly judges?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  readonly cache?: boolean | undefined;
}

export type Extra = Pick<PlanRequest, 'kind' | 'from' | 'before' | 'evidence' | 'leftOut'> & {
  /** Samples where neither the person nor the probe says. */
  readonly samples?: number;
};

/**
 * Plans a run and starts it, or leaves it waiting for somebody to agree.
 * @returns the plan. @throws UserError for everything that a person can mend.
 */
export async function beginRun(...request: Parameters<typeof planRun>): Promise<Plan> {
  const plan = planRun(...request);
  await request[0].runs.begin(plan);
  return plan;
}

/** Plans a run, and sends nothing. @throws UserError for everything that a person can mend. */
export function planRun(
  app: App,
  asker: Asker,
  probe: Probe,
  choices: Choices,
  extra: Extra,
): Plan {
  const config = app.config();
  const models = choices.models ?? config.defaults.models;
  const judges = judgesFor(app, probe, choices.judges);
  checkAccess(config, asker, { models: [...models, ...judges] });
  checkCapabilities(config, probe, models);
  return makePlan(
    {
      kind: extra.kind,
      from: extra.from,
      before: extra.before,
      evidence: extra.evidence,
      leftOut: extra.leftOut,
      probe,
      subjects: subjectsOf(models, choices.personas ?? config.defaults.personas, {
        config,
        personas: app.personas,
      }),
      samples: choices.samples ?? extra.samples ?? probe.samples,
      judges,
      seed: choices.seed,
      cache: choices.cache,
      by: asker.who,
      channel: asker.channel,
    },
    app.planner(),
  );
}

/** The judges where the probe needs one; nothing is judged silently by nobody. */
export function judgesFor(
  app: App,
  probe: Probe,
  chosen: readonly string[] | undefined,
): readonly string[] {
  const { scorers, config } = app.planner();
  if (!probe.scores.some((score) => scorers.get(score.by)?.needsJudge)) return [];
  if (chosen !== undefined && chosen.length > 0) return chosen;
  if (config.defaults.judge !== undefined) return [config.defaults.judge];
  throw new UserError(
    `${probe.name} needs a judge, and none is configured.`,
    'Name one with --judge, or set `defaults.judge` in dramatis.yaml.',
  );
}

/** A model that lacks what a probe requires is refused with the reason; nothing is substituted. */
function checkCapabilities(config: Config, probe: Probe, models: readonly string[]): void {
  for (const id of models) {
    const has: readonly string[] = [...(config.models.get(id)?.capabilities ?? []), 'multi-turn'];
    const lacks = probe.requires.filter((required) => !has.includes(required));
    if (lacks.length === 0) continue;
    throw new UserError(
      `${probe.name} requires ${lacks.join(' and ')}, which ${id} does not offer.`,
      probe.variant === undefined
        ? 'Choose another model with --models, or declare the capability in dramatis.yaml if it has it.'
        : `Choose another model with --models, or ask something else that any model can answer: run ${probe.variant} --models ${id}`,
    );
  }
}
