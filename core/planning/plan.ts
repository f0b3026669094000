import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../domain/person.ts';
import type {
  AskOrigin,
  AskPlan,
  Plan,
  PlanParts,
  ProbeOrigin,
  ProbePlan,
} from '../domain/plan.ts';
import type { Condition, Item, Probe } from '../domain/probe.ts';
import type { Subject } from '../domain/subject.ts';
import type { PlannedStep, PlannedTrial } from '../domain/trial.ts';
import { cellsOf } from '../probes/cells.ts';
import { expandTrial } from '../probes/expand.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { random, seedFrom } from '../statistics/random.ts';
import { estimate } from './estimate.ts';
import type { PlanningSettings } from './settings.ts';
import { trialLimitError } from './trial-limit.ts';

/** The kind of a run, and all that only runs of that kind have. */
export type Asking =
  | {
      readonly kind: 'ask';
      readonly origin?: AskOrigin | undefined;
      /** The history of each subject before the first step, by subject and sample. */
      readonly before?: ((subject: string, sample: number) => readonly PlannedStep[]) | undefined;
    }
  | ({ readonly kind: 'probe'; readonly origin?: ProbeOrigin | undefined } & Pick<
      ProbePlan,
      'evidence' | 'leftOut'
    >);

export type PlanRequest = Asking & RequestParts;

interface RequestParts {
  readonly probe: Probe;
  readonly subjects: readonly Subject[];
  readonly samples: number;
  readonly judges?: readonly string[] | undefined;
  /** Absent: a new one is drawn. */
  readonly seed?: number | undefined;
  readonly cache?: boolean | undefined;
  readonly by: Person;
  readonly channel: string;
}

type Contestants = Pick<PlanRequest, 'subjects' | 'judges'>;

export interface Planner {
  readonly config: PlanningSettings;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly version: string;
  readonly now: () => Date;
}

/**
 * Lists every trial of a run, with all that is needed to send it, and what it will cost.
 * The order is drawn from the seed, a whole round of samples at a time, so that partial figures are fair.
 * @throws UserError where the plan is over the limit of trials.
 */
export function makePlan(request: PlanRequest, planner: Planner): Plan {
  const { probe, subjects, samples, judges = [] } = request;
  const seed = request.seed ?? randomBytes(4).readUInt32BE(0);
  const cells = cellsOf(probe);
  const count = subjects.length * cells.length * samples;
  const limit = planner.config.limits.trialsPerRun;
  if (count > limit) throw trialLimitError(request, count, limit);

  const trials: PlannedTrial[] = [];
  for (let sample = 1; sample <= samples; sample++) {
    const round = subjects.flatMap((subject) => cells.map((cell) => ({ subject, ...cell })));
    for (const { subject, condition, item } of random(seedFrom(seed, 'order', sample)).shuffle(
      round,
    )) {
      trials.push(planTrial(request, planner, seed, { subject, condition, item, sample }));
    }
  }
  const parameters = { temperature: probe.temperature, maxTokens: probe.maxTokens };
  return {
    runId: randomBytes(4).toString('hex'),
    ...askedBy(request),
    probe,
    subjects,
    samples,
    parameters,
    judges,
    judged: judgedScores(probe, planner),
    models: modelsOf(request, planner.config),
    seed,
    cache: request.cache ?? false,
    trials,
    estimate: estimate(
      { trials, subjects, scores: probe.scores, parameters, judges },
      planner.config,
      planner.scorers,
    ),
    simulated: isSimulated(request, planner.config),
    by: request.by,
    channel: request.channel,
    plannedAt: planner.now().toISOString(),
    versions: { dramatis: planner.version, [probe.name]: String(probe.version) },
    warnings: warningsFor(request, planner.config),
  };
}

type Asked = Pick<AskPlan, 'kind' | 'origin'> | Omit<ProbePlan, keyof PlanParts>;

function askedBy(request: Asking): Asked {
  if (request.kind === 'ask') {
    const { kind, origin = { kind: 'new' } } = request;
    return { kind, origin };
  }
  const { kind, origin = { kind: 'new' }, evidence, leftOut } = request;
  return { kind, origin, evidence, leftOut };
}

interface Place {
  readonly subject: Subject;
  readonly condition: Condition;
  readonly item: Item;
  readonly sample: number;
}

function planTrial(
  request: PlanRequest,
  planner: Planner,
  runSeed: number,
  { subject, condition, item, sample }: Place,
): PlannedTrial {
  const before = request.kind === 'ask' ? request.before : undefined;
  const where = [subject.subjectId, condition.id, item.id, sample] as const;
  const seed = seedFrom(runSeed, ...where);
  const expanded = expandTrial(
    request.probe,
    condition,
    item,
    subject,
    planner.scorers,
    random(seedFrom(seed, 'present')),
  );
  return {
    trialId: createHash('sha256').update(where.join('\u0000')).digest('hex').slice(0, 12),
    subjectId: subject.subjectId,
    condition: condition.id,
    item: item.id,
    sample,
    seed,
    system: expanded.system,
    steps: before ? [...before(subject.subjectId, sample), ...expanded.steps] : expanded.steps,
    presented: expanded.presented,
  };
}

/** The scores that a judge gives, by id. */
export function judgedScores(
  probe: Probe,
  { scorers }: Pick<Planner, 'scorers'>,
): readonly string[] {
  return probe.scores.filter(({ by }) => scorers.get(by)?.needsJudge).map(({ id }) => id);
}

/** Each model as it is now, by id. */
export function modelsOf(
  { subjects, judges = [] }: Contestants,
  { models }: PlanningSettings,
): Plan['models'] {
  const ids = new Set([...subjects.map(({ model }) => model), ...judges]);
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const model = models.get(id);
      if (!model) return [];
      const { provider, name, parameters } = model;
      return [[id, { provider, name, parameters }]];
    }),
  );
}

/** True where the embedded cast alone is asked. */
export function isSimulated(
  { subjects, judges = [] }: Contestants,
  { models, providers }: PlanningSettings,
): boolean {
  const judged = judges.every(
    (judge) => providers.get(models.get(judge)?.provider ?? '')?.simulated === true,
  );
  return judged && subjects.every((subject) => subject.simulated);
}

/** A judge may favour its own kind: Zheng and others, 2023, measured it. */
export function warningsFor(
  { judges = [], subjects }: Contestants,
  config: PlanningSettings,
): readonly string[] {
  return judges.flatMap((judge) => {
    if (subjects.some(({ model }) => model === judge)) {
      return [`The judge ${judge} is asked itself: it may favour its own answers.`];
    }
    const family = config.models.get(judge)?.family;
    const kin = subjects.find((subject) => config.models.get(subject.model)?.family === family);
    if (family === undefined || kin === undefined) return [];
    return [`The judge ${judge} is of the same family as ${kin.modelLabel}: it may favour it.`];
  });
}
