import type { Model, Outcome, Parameters, Reply } from '../models/types.ts';
import type { Probe } from '../probes/schema.ts';
import type { Presented, Score } from '../scoring/scorer.ts';

/** Model × persona: one column of a comparison. `id` is `model/persona`. */
export interface Subject {
  readonly id: string;
  readonly model: string;
  readonly modelLabel: string;
  readonly persona: string;
  readonly personaLabel: string;
  /** The persona's frame; absent for the model as it comes. */
  readonly system?: string | undefined;
  /** Its place in the palette, the same through the whole thread. */
  readonly colour: number;
  /** Answered by the embedded cast: labelled so wherever it shows. */
  readonly simulated: boolean;
}

export type PlannedStep =
  | { readonly kind: 'given'; readonly user: string; readonly assistant: string }
  | AskedStep;

/** A step whose answer comes from the model. */
export interface AskedStep {
  /** `complete`: `user` is a raw text that the model goes on with, outside the chat. */
  readonly kind: 'ask' | 'aside' | 'complete';
  readonly id: string;
  readonly user: string;
  /** The words that the answer begins with; the reply holds only what follows. */
  readonly begin?: string | undefined;
  /** How many tokens are wanted, where not as many as the run's parameters say. */
  readonly maxTokens?: number | undefined;
  /** How many alternatives of each token a scorer wants to see. */
  readonly topLogprobs?: number | undefined;
}

/** Subject × condition × item × sample, with all that is needed to send it. */
export interface PlannedTrial {
  readonly id: string;
  readonly subject: string;
  readonly condition: string;
  readonly item: string;
  readonly sample: number;
  readonly seed: number;
  readonly system?: string | undefined;
  readonly steps: readonly PlannedStep[];
  /** By score id: what its scorer laid out for the model. */
  readonly presented: Readonly<Record<string, Presented>>;
}

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

export interface Person {
  /** Unique over all platforms, such as `slack:T1:U1`. */
  readonly id: string;
  readonly name: string;
}

/** What its provider calls a model, and the parameters that the configuration gives it. */
export type AskedModel = Pick<Model, 'provider' | 'name' | 'parameters'>;

export interface Plan {
  readonly run: string;
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

export interface StepReply extends Omit<Reply, 'outcome'> {
  readonly step: string;
  readonly outcome: Outcome;
}

/** Immutable once finished. `outcome` is that of the first step that was not answered, else answered. */
export interface Trial {
  readonly id: string;
  readonly outcome: Outcome;
  readonly replies: readonly StepReply[];
  /** US dollars, where the price is known. */
  readonly usd?: number | undefined;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Answered from the cache, because somebody asked for it. */
  readonly cached: boolean;
}

export interface Judgement {
  readonly trial: string;
  readonly score: string;
  readonly step: string;
  /** Which of several judges said it; absent where there is one or none. */
  readonly judge?: string | undefined;
  readonly result: Score;
  /** US dollars that the judge took, where its price is known. */
  readonly usd?: number | undefined;
}

/** What a run has already when it starts: the trials, perhaps the judgements, of the one it scores again. */
export type Given = Pick<Snapshot, 'trials' | 'judgements'>;

/** `waiting`: for somebody to agree to the price. `interrupted`: the process ended; it can go on. */
export type RunState = 'waiting' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed';

/** A run as it stands at one moment. */
export interface Snapshot {
  readonly plan: Plan;
  readonly state: RunState;
  /** Why it is waiting or failed: one sentence for a person. */
  readonly reason?: string | undefined;
  readonly trials: readonly Trial[];
  readonly judgements: readonly Judgement[];
  /** Trials that are finished and judged. */
  readonly settled: number;
  /** US dollars so far, contestants and judge; absent where no price is known. */
  readonly usd?: number | undefined;
  /** What streams in at this moment, by trial id. */
  readonly partial: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly startedAt?: string | undefined;
  /** When it last went on after a pause, and how many trials were settled by then. */
  readonly resumedAt?: string | undefined;
  readonly settledBefore?: number | undefined;
  readonly finishedAt?: string | undefined;
}

/** A run in a few words, for lists. */
export interface RunSummary {
  readonly run: string;
  readonly kind: Plan['kind'];
  /** The prompt of an `ask`, or the probe's name. */
  readonly title: string;
  /** Of a probe whose context stands in for training. */
  readonly analogue?: boolean | undefined;
  readonly subjects: readonly string[];
  readonly samples: number;
  readonly by: Person;
  readonly channel: string;
  /** Asked the cast alone: what it cost is play money. */
  readonly simulated?: boolean | undefined;
  readonly plannedAt: string;
  readonly state: RunState;
  readonly reason?: string | undefined;
  readonly trials: number;
  readonly settled: number;
  readonly usd?: number | undefined;
  readonly startedAt?: string | undefined;
  readonly resumedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
}
