import { type Asker, checkAccess } from '../domain/access.ts';
import type { Plan } from '../domain/plan.ts';
import type { Persona, Probe } from '../domain/probe.ts';
import type { PriorResults } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import { type Catalogue, named } from '../probes/catalogue.ts';
import { type Asking, makePlan, type Planner } from './plan.ts';
import type { PlanningSettings } from './settings.ts';
import { subjectsOf } from './subjects.ts';

/** A person's choices for a run; what is absent comes from the configuration or the probe. */
export interface Choices {
  readonly models?: readonly string[] | undefined;
  readonly personas?: readonly string[] | undefined;
  readonly samples?: number | undefined;
  readonly judges?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  readonly cache?: boolean | undefined;
}

export type Extra = Asking & {
  /** Samples where neither the person nor the probe says. */
  readonly samples?: number | undefined;
};

/** The tools that a plan is made with; the app has them. */
export interface PlanTools {
  /** As of now; with these models, too, where they have yet to be found. */
  readonly planner: (models: readonly string[]) => Promise<Planner>;
  readonly personas: Pick<Catalogue<Persona>, 'get'>;
}

/** The runs, as far as a plan is handed to them. */
export interface RunStarter {
  begin(plan: Plan, prior?: PriorResults): Promise<void>;
}

type Request = readonly [asker: Asker, probe: Probe, choices: Choices, extra: Extra];

/**
 * Plans a run and starts it, or leaves it waiting for somebody to agree.
 * @returns the plan. @throws UserError for everything that a person can mend.
 */
export async function beginRun(
  tools: PlanTools & { readonly runs: RunStarter },
  ...request: Request
): Promise<Plan> {
  const plan = await planRun(tools, ...request);
  await tools.runs.begin(plan);
  return plan;
}

/** Plans a run, and sends nothing. @throws UserError for everything that a person can mend. */
export async function planRun(
  tools: PlanTools,
  ...[asker, probe, choices, { samples, ...asking }]: Request
): Promise<Plan> {
  const planner = await tools.planner([...(choices.models ?? []), ...(choices.judges ?? [])]);
  const { config } = planner;
  const models = choices.models ?? config.defaults.models;
  const judges = judgesFor(planner, probe, choices.judges);
  const personas = choices.personas ?? config.defaults.personas;
  checkAccess(config, asker, { models: [...models, ...judges] });
  checkCapabilities(config, probe, models);
  return makePlan(
    {
      ...asking,
      probe,
      subjects: subjectsOf(models, personas, {
        config,
        personas: await named(tools.personas, personas),
      }),
      samples: choices.samples ?? samples ?? probe.samples,
      judges,
      seed: choices.seed,
      cache: choices.cache,
      by: asker.who,
      channel: asker.channel,
    },
    planner,
  );
}

/** The judges where the probe needs one; nothing is judged silently by nobody. */
export function judgesFor(
  { scorers, config }: Pick<Planner, 'scorers' | 'config'>,
  probe: Probe,
  chosen: readonly string[] | undefined,
): readonly string[] {
  if (!probe.scores.some((score) => scorers.get(score.by)?.needsJudge)) return [];
  if (chosen !== undefined && chosen.length > 0) return chosen;
  if (config.defaults.judge !== undefined) return [config.defaults.judge];
  throw new UserError(
    `${probe.name} needs a judge, and none is configured.`,
    'Name one with --judge, or set `defaults.judge` in dramatis.yaml.',
  );
}

/** A model that lacks what a probe requires is refused with the reason; nothing is substituted. */
function checkCapabilities(
  config: PlanningSettings,
  probe: Probe,
  models: readonly string[],
): void {
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
