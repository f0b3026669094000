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

/** What its provider calls a model, and the parameters that the configuration gives it. */
export type AskedModel = Pick<Model, 'provider' | 'name' | 'parameters'>;

export interface Plan {
  readonly runId: string;
  readonly kind: 'ask' | 'probe';
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
  /** What was known to be doubtful when the run was planned: one sentence each. */
  readonly warnings?: readonly string[] | undefined;
  /** Conditions of the probe that somebody left out of this run. */
  readonly leftOut?: readonly string[] | undefined;
  /** The run of which this one is a repeat or a follow-up. */
  readonly from?: string | undefined;
  /** Its trials are those of `from`, judged anew: none is asked again. */
  readonly rescored?: boolean | undefined;
  /** E-values that the runs before this one in a chain of repeats ended with, multiplied, by contrast. */
  readonly evidence?: Readonly<Record<string, number>> | undefined;
}
