import type { Contrast, Row, RowKey } from '../../domain/comparison.ts';
import type { Interval } from '../../domain/interval.ts';
import type { MeasureOf } from '../../domain/measure.ts';
import { bootstraps } from '../../statistics/bootstrap.ts';
import { bradleyTerry } from '../../statistics/bradley-terry.ts';
import { circularTriads } from '../../statistics/circular-triads.ts';
import { mean } from '../../statistics/mean.ts';
import { detectableFrom } from '../../statistics/minimum-detectable-effect.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { signFlip, smallestP } from '../../statistics/sign-flip.ts';
import type { Compute, Data } from '../data.ts';
import { percent } from '../format.ts';
import type { JudgedTrial } from '../judged-trial.ts';
import { conditionName, subjectName } from '../names.ts';
import { byRow, ended, inPlanOrder, keyText } from '../rows.ts';
import type { Tested } from '../tested.ts';

type Measure = MeasureOf<'preference'>;

/** What one trial chose, of a pair that was asked about in both orders. */
interface Choice {
  readonly key: RowKey;
  readonly pair: readonly [string, string];
  readonly outcome: 'answered' | 'refused' | 'truncated' | 'unparseable' | 'failed';
  /** `first`, `second` or `neither`, in each of the two orders. */
  readonly picks: readonly string[];
  readonly value?: number | undefined;
}

const CHANCE = 0.5;
/** Resampled tables are fitted anew, which takes longer than a mean does. */
const DRAWS = 999;
/** Far below what is printed; a closer fit of a thousand tables would take many times as long. */
const PRECISION = 1e-6;
/** A part of a win each way for every pair that met, so that an option which never wins has a place too. */
const PRIOR = 0.1;

/**
 * How likely each option is to be chosen over an average other one (Bradley and Terry 1952), from pairs
 * that were asked about in both orders: each order gives its pick half a win, so that a disagreement is a
 * tie. The interval is drawn over pairs; the p flips the signs of what happened against each opponent.
 */
export const preference: Compute<'preference'> = (data, measure) => {
  const choices = data.trials.flatMap((one) => choiceOf(one, measure));
  const before = inPlanOrder(data.plan);
  const found = [...byRow(choices).values()]
    .toSorted(([a], [b]) => before(a.key, b.key))
    .map((own) => ranked(data, measure, own));
  return {
    format: 'percent',
    scale: [0, 1],
    chance: CHANCE,
    rows: found.flatMap(({ rows }) => rows),
    tested: found.flatMap(({ tested }) => tested),
    notes: found.flatMap(({ note }) => note),
  };
};

function choiceOf(judged: JudgedTrial, measure: Measure): readonly Choice[] {
  const { planned, trial, item } = judged;
  if (!item.pair) return [];
  const verdicts = measure.scores.flatMap((score) =>
    judged.replies(score).map((reply) => judged.verdict(score, reply)?.value),
  );
  const picks = verdicts.flatMap((value) => (value === undefined ? [] : [String(value)]));
  const whole = picks.length === measure.scores.length;
  return [
    {
      key: { subjectId: planned.subjectId, condition: planned.condition },
      pair: item.pair,
      outcome: whole ? 'answered' : trial.outcome === 'answered' ? 'unparseable' : trial.outcome,
      picks: whole ? picks : [],
      value: whole ? 1 : undefined,
    },
  ];
}

function ranked(
  { plan }: Data,
  measure: Measure,
  choices: readonly [Choice, ...Choice[]],
): { readonly rows: readonly Row[]; readonly tested: readonly Tested[]; readonly note: string } {
  const { key } = choices[0];
  const names = measure.options.map(({ value }) => value);
  const asked = choices.filter(({ picks }) => picks.length > 0);
  const estimates = strengths(asked, names);
  const seed = seedFrom(plan.seed, measure.id, keyText(key));
  const even = names.map(() => CHANCE);
  const pairs = [...Map.groupBy(asked, ({ pair }) => pair.join(' ')).values()];
  const intervals = bootstraps(
    pairs,
    (drawn) => strengths(drawn.flat(), names) ?? even,
    random(seed),
    undefined,
    DRAWS,
  );
  const rows = measure.options.map(({ value, label }, at): Row => {
    const own = choices.filter(({ pair }) => pair.includes(value));
    const interval = intervals?.[at];
    return {
      ...key,
      group: label,
      estimate: estimates?.[at],
      interval,
      method: interval ? 'bootstrap' : 'none',
      units: new Set(own.map(({ pair }) => pair.join(' '))).size,
      unit: 'pair',
      ...ended(own),
    };
  });
  const tested = measure.options.map(({ value }, at) =>
    testedOption(rows[at], scoresOf(asked, value), seedFrom(seed, value)),
  );
  const order = rows
    .map((row, at) => ({ row, tested: tested[at] }))
    .toSorted((a, b) => (b.row.estimate ?? 0) - (a.row.estimate ?? 0));
  return {
    rows: order.map(({ row }) => row),
    tested: order.flatMap(({ tested: one }) => one ?? []),
    note: noteOf(plan, key, asked, names),
  };
}

/** How much of a win each side got: half for each order that picked it. */
function winsOf({ picks }: Choice): readonly [number, number] {
  const of = (side: string) => picks.filter((pick) => pick === side).length / picks.length;
  return [of('first'), of('second')];
}

function strengths(
  choices: readonly Choice[],
  names: readonly string[],
): readonly number[] | undefined {
  const place = new Map(names.map((name, at) => [name, at]));
  const wins = names.map(() => names.map(() => 0));
  const add = (winner: number, loser: number, much: number) => {
    const row = wins[winner];
    if (row) row[loser] = (row[loser] ?? 0) + much;
  };
  for (const choice of choices) {
    const [a, b] = choice.pair.map((name) => place.get(name) ?? 0);
    const [first, second] = winsOf(choice);
    add(a ?? 0, b ?? 0, first + PRIOR);
    add(b ?? 0, a ?? 0, second + PRIOR);
  }
  const abilities = bradleyTerry(wins, PRECISION);
  return abilities?.map((own, at) =>
    mean(abilities.flatMap((other, to) => (to === at ? [] : [1 / (1 + Math.exp(other - own))]))),
  );
}

/** What an option got against each opponent, averaged over samples: 1 always chosen, 0 never. */
function scoresOf(choices: readonly Choice[], name: string): readonly number[] {
  const own = choices.filter(({ pair }) => pair.includes(name));
  const byOpponent = Map.groupBy(own, ({ pair: [a, b] }) => (a === name ? b : a));
  return [...byOpponent.values()].map((games) =>
    mean(
      games.map((choice) => {
        const [first, second] = winsOf(choice);
        const [won, lost] = choice.pair[0] === name ? [first, second] : [second, first];
        return (1 + won - lost) / 2;
      }),
    ),
  );
}

function testedOption(row: Row | undefined, scores: readonly number[], seed: number): Tested {
  const shift = (interval: Interval | undefined): Interval | undefined =>
    interval && [interval[0] - CHANCE, interval[1] - CHANCE];
  const interval = shift(row?.interval);
  const contrast: Contrast = {
    a: {
      subjectId: row?.subjectId ?? '',
      condition: row?.condition,
      group: row?.group,
    },
    varies: 'chance',
    pairs: scores.length,
    unit: 'pair',
    difference: row?.estimate === undefined ? undefined : row.estimate - CHANCE,
    interval,
    p:
      scores.length === 0
        ? undefined
        : signFlip(
            scores.map((score) => score - CHANCE),
            random(seed),
          ),
    test: 'sign flip',
    detectable: interval && detectableFrom(interval),
    verdict: 'too few',
  };
  return { contrast, floor: smallestP(scores.length), paired: true };
}

function noteOf(
  plan: Data['plan'],
  key: RowKey,
  asked: readonly Choice[],
  names: readonly string[],
): string {
  const picks = asked.flatMap(({ picks: all }) => all);
  const neither = picks.filter((pick) => pick === 'neither').length;
  // The second order shows the second option first.
  const early = asked.flatMap(({ picks: [given, turned] }) => [
    ...(given === 'neither' || given === undefined ? [] : [Number(given === 'first')]),
    ...(turned === 'neither' || turned === undefined ? [] : [Number(turned === 'second')]),
  ]);
  const beats = new Map(
    [...Map.groupBy(asked, ({ pair }) => pair.join('\u0000'))].map(([name, games]) => {
      const lead = games.reduce((sum, game) => sum + winsOf(game)[0] - winsOf(game)[1], 0);
      return [name, lead] as const;
    }),
  );
  const lead = (a: string, b: string) =>
    beats.get(`${a}\u0000${b}`) ?? -(beats.get(`${b}\u0000${a}`) ?? 0);
  const triads = circularTriads(names, lead);
  const who = [
    ...(plan.subjects.length > 1 ? [subjectName(plan, key.subjectId)] : []),
    ...(plan.probe.conditions.length > 1 ? [conditionName(plan, key.condition ?? '')] : []),
  ].join(' · ');
  return [
    who === '' ? '' : `${who}: `,
    `took neither ${percent(neither / Math.max(1, picks.length))} of the time, `,
    early.length > 0 ? `and of the two the one shown first ${percent(mean(early))}; ` : '',
    triads.all > 0
      ? `${triads.circular} of ${triads.all} triples go round in a circle (a coin: 25 %).`
      : 'no three options were decided among each other.',
  ].join('');
}
