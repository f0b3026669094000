import type { Measure } from './measure.ts';
import type { Capability } from './model.ts';

/** A user turn and its answer. */
export interface Exchange {
  readonly user: string;
  readonly assistant: string;
}

interface AskedStepSource {
  readonly id?: string | undefined;
  /** The answer is begun with these words and goes on from them; needs `prefill`. */
  readonly begin?: string | undefined;
}

/**
 * A step of a script. `ask`: a user turn whose answer stays in the history. `aside`: a user turn on
 * a side branch; neither it nor its answer is seen by later steps. `given`: an exchange as it stands.
 * `complete`: a raw text that the model goes on with, outside the chat and its history; needs `completions`.
 */
export type Step =
  | ({ readonly ask: string } & AskedStepSource)
  | ({ readonly aside: string } & AskedStepSource)
  | { readonly given: Exchange }
  | {
      readonly complete: string;
      readonly id?: string | undefined;
      /** How many tokens are wanted; absent: the probe's `maxTokens`. */
      readonly tokens?: number | undefined;
    };

/** By name: the text that stands in place of `[[name]]`. A condition's may hold an item's. */
type SlotValues = Readonly<Record<string, string>>;

export interface Condition {
  readonly id: string;
  readonly label: string;
  /** Put in front of the first turn, after the persona's own frame. */
  readonly system?: string | undefined;
  /** The frame of this persona (a file in probes/personas) stands before `system`. */
  readonly persona?: string | undefined;
  /** Says the same as this condition in other words: how far they differ is the noise of mere wording. */
  readonly paraphrases?: string | undefined;
  readonly values?: SlotValues | undefined;
  /** The first `count` exchanges of a pool stand in the history before the first step. */
  readonly shots?: { readonly from: string; readonly count: number } | undefined;
  /** The condition's place on a ladder that the probe has, for rank statistics and for the picture. */
  readonly rank?: number | undefined;
  /** The ladder that `rank` is a place on, of a probe that has several. */
  readonly ladder?: string | undefined;
}

export interface Item {
  readonly id: string;
  /** Short for a script of one `ask` step with the id `answer`. */
  readonly ask?: string | undefined;
  readonly script?: readonly Step[] | undefined;
  /** Runs only under these conditions; absent: under all. */
  readonly only?: readonly string[] | undefined;
  /** Its topic, where a probe measures several things: a trait, a script's kind. */
  readonly group?: string | undefined;
  /** Items of one unit are averaged and count as one, such as the two sides of a coin. */
  readonly unit?: string | undefined;
  /** For a measure of preferences: the options that `first` and `second` stand for. */
  readonly pair?: readonly [string, string] | undefined;
  readonly values?: SlotValues | undefined;
  /** -1 where agreement speaks against the group (a reverse-keyed questionnaire item). */
  readonly keyed?: 1 | -1 | undefined;
}

/** One way of scoring answers; the scorer's own fields stand beside these. */
export interface ProbeScore {
  readonly id: string;
  /** The scorer's name. */
  readonly by: string;
  /** The steps whose answers are scored, each apart: one id, several, or `every`. */
  readonly of: string | readonly string[];
  /** Compared with the same subject's answer to the same item under this condition, by a scorer that compares. */
  readonly against?: string | undefined;
  /** `judged`: a refusal in words is scored as any answer is. `outcome`: it is an outcome and nothing else. */
  readonly refusals: 'outcome' | 'judged';
  readonly [option: string]: unknown;
}

/** A direction that PSM, or another view, predicts. */
export interface Prediction {
  readonly measure: string;
  /** Conditions. The measure is predicted to be more, less or the same under `under` than under `than`. */
  readonly under: string;
  /** Absent: than chance, or than no trend or correlation at all. */
  readonly than?: string | undefined;
  readonly direction: 'more' | 'less' | 'same';
  /** With `same`: an interval of the difference that lies within plus and minus this is as predicted. */
  readonly margin?: number | undefined;
}

/** A result that must come out for the probe to say anything at all, whatever PSM predicts. */
export type Control =
  /** The estimate is about `is`: its interval touches `is` plus or minus `within`. */
  | {
      readonly measure: string;
      readonly under: string;
      readonly is: number;
      readonly within: number;
      /** Said where it does not: a clause, such as “the coin is not fair even between neutral tasks”. */
      readonly otherwise: string;
    }
  /** The measure is higher or lower under `under` than under `than`. */
  | {
      readonly measure: string;
      readonly under: string;
      readonly than: string;
      readonly direction: 'more' | 'less';
      readonly otherwise: string;
    };

/** A probe as it is after its file was checked and its defaults were filled in. */
export interface Probe {
  readonly name: string;
  readonly version: number;
  /** One line, as it stands in the header: the question that the probe asks. */
  readonly title: string;
  /** Two to five sentences: the question and the reason for it. */
  readonly about: string;
  /** How to read its figures, for the docs, in Markdown. */
  readonly notes?: string | undefined;
  readonly source: readonly { readonly label: string; readonly url?: string | undefined }[];
  readonly licence: string;
  readonly notice?: string | undefined;
  /** True where the context stands in for training: shown as an analogue everywhere. */
  readonly analogue: boolean;
  /** A sentence that stands beside every result, such as “stated, not shown”. */
  readonly caution?: string | undefined;
  readonly requires: readonly (Capability | 'multi-turn')[];
  /** The probe to run on a model that lacks what this one requires; it asks something else, and is named so. */
  readonly variant?: string | undefined;
  readonly samples: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly pools: Readonly<Record<string, readonly Exchange[]>>;
  readonly conditions: readonly Condition[];
  /** The condition that the others are compared with. */
  readonly baseline: string;
  readonly items: readonly Item[];
  /** Steps that follow the script of every item. */
  readonly closing: readonly Step[];
  readonly scores: readonly ProbeScore[];
  /** The contrasts of the first are the declared ones, of which the finding speaks; the others explore. */
  readonly measures: readonly Measure[];
  readonly controls: readonly Control[];
  /** Figures that others found with something like it; shown by /probe explain, and no prediction. */
  readonly reference?: string | undefined;
  readonly psm: {
    /** Whose prediction it is where PSM leaves it open: a noun, such as “the narrative view”; absent: PSM. */
    readonly view?: string | undefined;
    readonly predicts: string;
    readonly against: string;
    readonly directions: readonly Prediction[];
  };
  /** The name of a kind of chart. */
  readonly picture: string;
}

/** The frame of a model: the `assistant` has none. */
export interface Persona {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  /** Absent for `assistant`, the model as it comes. */
  readonly system?: string | undefined;
  readonly source?: string | undefined;
  readonly licence: string;
}
