import { randomBytes } from 'node:crypto';
import { type Asker, checkAccess } from '../domain/access.ts';
import type { ProbePlan } from '../domain/plan.ts';
import type { Probe } from '../domain/probe.ts';
import type { PriorResults, WholeRun } from '../domain/run.ts';
import { UserError } from '../domain/user-error.ts';
import type { Catalogue } from '../probes/catalogue.ts';
import { estimateJudging } from './judging-estimate.ts';
import { isSimulated, judgedScores, modelsOf, type Planner, warningsFor } from './plan.ts';
import { rebaseOnCurrentProbe } from './rebase.ts';
import { judgesFor, type PlanTools, type RunStarter } from './request.ts';

export interface Rescoring {
  readonly judges?: readonly string[] | undefined;
  /** By the scores and measures that the run had, or by those of the probe's file. */
  readonly probe: 'as-run' | 'as-now';
  /** Only what is not judged yet is judged. */
  readonly keepJudgements?: boolean;
}

/** The tools that a run is scored again with; the app has them. */
export interface RescoreTools {
  readonly planner: PlanTools['planner'];
  readonly probes: Pick<Catalogue<Probe>, 'get'>;
  readonly runs: RunStarter;
}

/**
 * Plans a run whose trials are those of an earlier one, judged anew, and starts it. Seeds stay, so
 * that the same judge sees the same. Nothing is asked of the contestants.
 * @returns the plan. @throws UserError for everything that a person can mend.
 */
export async function beginRescore(
  tools: RescoreTools,
  asker: Asker,
  earlier: WholeRun,
  wanted: Rescoring,
): Promise<ProbePlan> {
  const planner = await tools.planner(wanted.judges ?? earlier.plan.judges);
  const { config, scorers, version } = planner;
  const old = scorable(earlier);
  const { probe, trials } =
    wanted.probe === 'as-now'
      ? rebaseOnCurrentProbe(old, await tools.probes.get(old.probe.name), scorers)
      : { probe: old.probe, trials: old.trials };
  const judged = judgedScores(probe, planner);
  if (wanted.judges && judged.length === 0) {
    throw new UserError(
      `No judge scores ${probe.name}, so that --judge changes nothing.`,
      'Leave it out: what is counted is counted again.',
    );
  }
  const judges = judgesFor(
    planner,
    probe,
    wanted.judges ?? (old.judges.length > 0 ? old.judges : undefined),
  );
  const prior: PriorResults = {
    // They were paid for.
    trials: earlier.trials.map((trial) => ({ ...trial, usd: 0 })),
    judgements: wanted.keepJudgements ? earlier.judgements.map((one) => ({ ...one, usd: 0 })) : [],
  };
  const estimate = estimateJudging({ probe, trials, judges, judged }, prior, config, scorers);
  if (estimate.judgeCalls > 0) {
    checkThere(judges, planner);
    checkAccess(config, asker, { models: judges });
  }
  const plan: ProbePlan = {
    ...old,
    runId: randomBytes(4).toString('hex'),
    probe,
    trials,
    judges,
    judged,
    models: { ...old.models, ...modelsOf({ subjects: [], judges }, config) },
    cache: false,
    estimate,
    simulated: isSimulated({ subjects: [], judges }, config),
    by: asker.who,
    channel: asker.channel,
    plannedAt: planner.now().toISOString(),
    versions: { ...old.versions, dramatis: version, [probe.name]: String(probe.version) },
    warnings: warningsFor({ subjects: old.subjects, judges }, config),
    origin: { kind: 'rescore', of: old.runId },
  };
  await tools.runs.begin(plan, prior);
  return plan;
}

/** @throws UserError where the run has nothing to score again. */
function scorable({ plan, state, trials }: WholeRun): ProbePlan {
  if (plan.kind === 'ask') {
    throw new UserError(
      `Run ${plan.runId} is a question: it has no scores.`,
      'Only runs of probes can be scored again.',
    );
  }
  if (state === 'running') {
    throw new UserError(`Run ${plan.runId} is not finished.`, 'Wait for it, and score it then.');
  }
  if (trials.length === 0) {
    throw new UserError(
      `Run ${plan.runId} has no answers yet.`,
      `Start it with: resume ${plan.runId}`,
    );
  }
  return plan;
}

function checkThere(judges: readonly string[], { config }: Planner): void {
  const gone = judges.find((judge) => !config.models.has(judge));
  if (gone === undefined) return;
  throw new UserError(
    `The judge ${gone} is no longer in the configuration.`,
    'Name another with --judge.',
  );
}
