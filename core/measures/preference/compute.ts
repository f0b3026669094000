import type { EstimatedRow, Row, RowKey } from '../../domain/comparison.ts';
import type { Interval } from '../../domain/interval.ts';
import { bootstraps } from '../../statistics/bootstrap.ts';
import { LEVEL } from '../../statistics/interval.ts';
import { minimumDetectableEffectOf } from '../../statistics/minimum-detectable-effect.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { signFlip, smallestP } from '../../statistics/sign-flip.ts';
import type { Computed, Data } from '../data.ts';
import { byRow, ended, inPlanOrder, keyText } from '../rows.ts';
import { needsOf, type UncorrectedContrast } from '../uncorrected.ts';
import { type Choice, choicesOf, scoresAgainst } from './choices.ts';
import type { PreferenceMeasure } from './fields.ts';
import { noteOf } from './notes.ts';
import { strengths } from './strengths.ts';

const CHANCE = 0.5;
/** Resampled tables are fitted anew, which takes longer than a mean does. */
const DRAWS = 999;

/**
 * How likely each option is to be chosen over an average other one (Bradley and Terry 1952), from pairs
 * that were asked about in both orders: each order gives its pick half a win, so that a disagreement is a
 * tie. The interval is drawn over pairs; the p flips the signs of the scores against each opponent.
 */
export function compute(data: Data, measure: PreferenceMeasure): Computed {
  const { plan } = data;
  const choices = data.trials.flatMap((one) => choicesOf(one, measure));
  const before = inPlanOrder(plan);
  const found = [...byRow(choices).values()]
    .toSorted(([a], [b]) => before(a.key, b.key))
    .map((own) => ranked(data, measure, own));
  const options = found.flatMap(({ options: own }) => own);
  return {
    format: 'percent',
    scale: [0, 1],
    chance: CHANCE,
    rows: options.map(({ row }) => row),
    contrasts: options.map(({ contrast }) => contrast),
    notes: found.map(({ note }) => note),
  };
}

interface Option {
  readonly row: Row;
  readonly contrast: UncorrectedContrast;
}

interface Ranked {
  /** The strongest first. */
  readonly options: readonly Option[];
  readonly note: string;
}

function ranked(
  { plan }: Data,
  measure: PreferenceMeasure,
  choices: readonly [Choice, ...Choice[]],
): Ranked {
  const { key } = choices[0];
  const names = measure.options.map(({ value }) => value);
  const asked = choices.filter(({ picks }) => picks.length > 0);
  const seed = seedFrom(plan.seed, measure.id, keyText(key));
  const estimates = strengths(asked, names);
  const intervals = estimates && intervalsOf(asked, names, seed);
  const options = measure.options.map(({ value, label }, place): Option => {
    const about = aboutOf({ ...key, group: label }, choices, value);
    const estimate = estimates?.[place];
    const scores = scoresAgainst(asked, value);
    if (estimate === undefined) return { row: about, contrast: unranked(about, scores) };
    const interval = intervals?.[place];
    const row: EstimatedRow = {
      ...about,
      estimate,
      interval,
      method: interval ? 'bootstrap' : 'none',
    };
    return { row, contrast: contrastOf(row, scores, seedFrom(seed, value)) };
  });
  return {
    options: options.toSorted((a, b) => strengthOf(b.row) - strengthOf(a.row)),
    note: noteOf(plan, key, asked, names),
  };
}

/** Options without an estimate stand in the order of the probe. */
function strengthOf({ estimate = CHANCE }: Row): number {
  return estimate;
}

function intervalsOf(asked: readonly Choice[], names: readonly string[], seed: number) {
  // A draw whose pairs do not link all options tells nothing of them.
  const even = names.map(() => CHANCE);
  const pairs = [...Map.groupBy(asked, ({ pair }) => pair.join(' ')).values()];
  return bootstraps(
    pairs,
    (drawn) => strengths(drawn.flat(), names) ?? even,
    random(seed),
    undefined,
    DRAWS,
  );
}

function aboutOf(key: RowKey, choices: readonly Choice[], option: string) {
  const own = choices.filter(({ pair }) => pair.includes(option));
  const units = new Set(own.map(({ pair }) => pair.join(' '))).size;
  return { ...key, method: 'none', units, unit: 'pair', ...ended(own) } as const;
}

function rowsOf({ subjectId, condition, group }: RowKey, scores: readonly number[]) {
  const a = { subjectId, condition, group };
  return { a, varies: 'chance', pairs: scores.length, unit: 'pair' } as const;
}

/** Of options without a common scale: there are too few pairs, or the pairs do not link them all. */
function unranked(row: Row, scores: readonly number[]): UncorrectedContrast {
  const rows = rowsOf(row, scores);
  if (smallestP(scores.length) > 1 - LEVEL) return { state: 'too few', rows, needs: needsOf(true) };
  const reason = 'the pairs that were answered do not link all options with each other';
  return { state: 'not comparable', rows, reason, isPartial: false };
}

function contrastOf(
  { interval: own, ...row }: EstimatedRow,
  scores: readonly number[],
  seed: number,
): UncorrectedContrast {
  const rows = rowsOf(row, scores);
  const interval: Interval | undefined = own && [own[0] - CHANCE, own[1] - CHANCE];
  const found = {
    difference: row.estimate - CHANCE,
    interval,
    p: signFlip(
      scores.map((score) => score - CHANCE),
      random(seed),
    ),
    test: 'sign flip',
    minimumDetectableEffect: interval && minimumDetectableEffectOf(interval),
  } as const;
  return { state: 'tested', rows, found, floor: smallestP(scores.length), needs: needsOf(true) };
}
