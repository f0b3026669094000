import type { Model, Parameters } from './model.ts';
import type { Person } from './person.ts';
import type { Probe } from './probe.ts';
import type { Subject } from './subject.ts';
import type { PlannedTrial } from './trial.ts';

export interface Estimate {
  readonly trials: number;
  /** Calls to contestants and, apart, to the judge. */
  readonly calls: number;
  readonly judgeCalls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars; absent where a model has no price in the configuration. */
  readonly usd?: number | undefined;
}

/** The provider's own name for a model, and the parameters that the configuration gives it. */
export type AskedModel = Pick<Model, 'provider' | 'name' | 'parameters'>;

/** Asked afresh, without an earlier run. */
interface New {
  readonly kind: 'new';
}

/** `of` is the id of an earlier run. */
interface After<Kind> {
  readonly kind: Kind;
  readonly of: string;
}

/** `follow-up`: goes on in each subject's own conversation. `repeat`: asks the same again. */
export type AskOrigin = New | After<'follow-up' | 'repeat'>;

/** `rescore`: its trials are those of the earlier run, judged anew; none is asked again. */
export type ProbeOrigin = New | After<'repeat' | 'rescore'>;

/** All that plans have, whatever they ask. */
export interface PlanParts {
  readonly runId: string;
  /** The probe as it was when the run was planned; an `ask` is a probe of one item and no scores. */
  readonly probe: Probe;
  readonly subjects: readonly Subject[];
  readonly samples: number;
  readonly parameters: Parameters;
  /** The models that judge, each by itself; empty where nothing is judged. */
  readonly judges: readonly string[];
  /** Which of the probe's scores they give. */
  readonly judged: readonly string[];
  /** By id, contestants and judges: what each model was when the run was planned. Never a key or an address. */
  readonly models?: Readonly<Record<string, AskedModel>> | undefined;
  /** 32 bits: order of items, options and blind letters come from it. */
  readonly seed: number;
  readonly cache: boolean;
  readonly trials: readonly PlannedTrial[];
  readonly estimate: Estimate;
  /** Asks the embedded cast alone, its judge included: the prices are play money. */
  readonly simulated: boolean;
  readonly by: Person;
  readonly channel: string;
  /** ISO 8601. */
  readonly plannedAt: string;
  /** Versions that a repeat would need: of the bot, of the probe. */
  readonly versions: Readonly<Record<string, string>>;
  /** Doubts that were known when the run was planned: one sentence each. */
  readonly warnings?: readonly string[] | undefined;
}

/** A question: a probe of one item, without scores. */
export interface AskPlan extends PlanParts {
  readonly kind: 'ask';
  readonly origin: AskOrigin;
  readonly leftOut?: undefined;
  readonly evidence?: undefined;
}

export interface ProbePlan extends PlanParts {
  readonly kind: 'probe';
  readonly origin: ProbeOrigin;
  /** Conditions of the probe that somebody left out of this run. */
  readonly leftOut?: readonly string[] | undefined;
  /** E-values that the runs before this one in a chain of repeats ended with, multiplied, by contrast. */
  readonly evidence?: Readonly<Record<string, number>> | undefined;
}

export type Plan = AskPlan | ProbePlan;
