import * as fc from 'fast-check';
import type { DistributionPicture } from '../../core/charts/distribution/picture.ts';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import type { LadderPicture } from '../../core/charts/ladder/picture.ts';
import type { LinesPicture } from '../../core/charts/lines/picture.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

/** Every kind that ships, so that an object literal is held against one of them. */
export type ShippedPicture = EstimatesPicture | LinesPicture | DistributionPicture | LadderPicture;

export const HOSTILE = '<script>alert("x")</script> & \u202Eevil\u0000';

/** The unframed subject, one that differs from it, and one that gave no answers. */
export const three: EstimatesPicture = {
  kind: 'estimates',
  title: 'counts itself in',
  alt: 'larch / assistant 42 %, larch / alien scholar 5 %',
  axis: { label: 'share of answers', min: 0, max: 1, format: 'percent' },
  rows: [
    {
      label: 'larch / assistant',
      colour: 0,
      estimate: 0.42,
      interval: [0.29, 0.56],
      reference: true,
    },
    { label: 'larch / alien scholar', colour: 1, estimate: 0.05, interval: [0.01, 0.15] },
    { label: 'rowan / assistant', colour: 2 },
  ],
};

/** Twelve rows, one without an estimate, one with a label that is long and hostile. */
export const twelve: EstimatesPicture = {
  kind: 'estimates',
  title: 'counts itself in',
  alt: 'twelve rows & their <numbers>',
  axis: { label: 'share of answers', min: 0, max: 1, format: 'percent' },
  rows: Array.from({ length: 12 }, (_, index) => ({
    label: index === 3 ? `${HOSTILE} ${'long '.repeat(20)}` : `model ${index} / persona`,
    colour: index,
    estimate: index === 5 ? undefined : index / 11,
    interval:
      index === 5 ? undefined : [Math.max(0, index / 11 - 0.1), Math.min(1, index / 11 + 0.1)],
    reference: index === 2,
  })),
};

export const drift: LinesPicture = {
  kind: 'lines',
  title: 'drift',
  alt: 'falls from 90 to 40',
  axis: { label: 'in character', min: 0, max: 100, format: 'number' },
  steps: { label: 'turn', values: [1, 2, 3, 4] },
  lines: ['larch / pirate', 'rowan / pirate', 'larch / assistant'].map((label, index) => ({
    label,
    colour: index % 2,
    dash: index === 2 ? 1 : 0,
    points: [1, 2, 3, 4].map((step) => ({
      step,
      estimate: 90 - 10 * step - 5 * index,
      interval: [80 - 10 * step - 5 * index, 95 - 10 * step - 5 * index] as const,
    })),
  })),
};

/** Strengths on both sides of what guessing gives, as many rows as a whole cast has. */
export const ranking: EstimatesPicture = {
  kind: 'estimates',
  title: 'preferred',
  alt: 'seventeen rows from −2 to 2, chance at 0',
  axis: { label: 'log strength', min: -3, max: 3, format: 'number' },
  chance: 0,
  rows: Array.from({ length: 17 }, (_, index) => ({
    label: `model ${index} / persona`,
    colour: index,
    estimate: 2 - index / 4,
    interval: [1.4 - index / 4, 2.6 - index / 4],
  })),
};

/** Who speaks: three categories, and a subject that gave no answers. */
export const speakers: DistributionPicture = {
  kind: 'distribution',
  title: 'who is speaking',
  alt: 'larch / assistant: assistant 75 %, pirate 15 %, oracle 10 %',
  categories: [
    { label: 'assistant', colour: 0 },
    { label: 'pirate', colour: 1 },
    { label: 'oracle', colour: 2 },
  ],
  rows: [
    { label: 'larch / assistant', colour: 0, shares: [0.75, 0.15, 0.1], basis: '12 items × 4' },
    { label: 'larch / pirate', colour: 1, shares: [0.2, 0.798, 0.002], basis: '12 items × 4' },
    { label: 'rowan / assistant', colour: 2, shares: [], basis: '0 answers' },
  ],
};

/** More categories than there are colours, and labels in other scripts and directions. */
export const crowd: DistributionPicture = {
  kind: 'distribution',
  title: 'who is speaking, of a large cast whose members have names of every length',
  alt: 'fourteen categories',
  categories: [
    'assistant',
    'alien scholar',
    'a whole committee that cannot agree on a shorter name than this one',
    '海盗船长',
    'הפילוסוף',
    'ghost',
    'leviathan',
    'trickster',
    'oracle',
    'hermit',
    'bard',
    'demon',
    'robot',
    'none of these',
  ].map((label, colour) => ({ label, colour })),
  rows: Array.from({ length: 9 }, (_, row) => ({
    label:
      [
        'larch / assistant',
        'مودل / مساعد',
        '落叶松 / 外星学者',
        `rowan / ${'a persona with a very long name '.repeat(3)}`,
      ][row] ?? `model ${row} / persona`,
    colour: row,
    shares: Array.from({ length: 14 }, (_, index) => {
      const weight = (at: number) => 1 / (1 + ((at + 3 * row) % 14));
      const sum = Array.from({ length: 14 }, (_, at) => weight(at)).reduce((a, b) => a + b, 0);
      return weight(index) / sum;
    }),
    basis: '12 items × 4',
  })),
};

/** Nine roles from near to far, of three series, one of which was not asked on every rung. */
export const roles: LadderPicture = {
  kind: 'ladder',
  title: 'keeps its values under a role',
  alt: 'three series over nine roles',
  axis: { label: 'share of answers', min: 0, max: 1, format: 'percent' },
  rungs: {
    label: 'role, from near to far',
    names: [
      'assistant',
      'teacher',
      'consultant',
      'pirate',
      'hermit',
      'oracle',
      'ghost',
      'eldritch being',
      'leviathan',
    ],
  },
  series: ['larch', 'rowan', 'larch, with a reminder'].map((label, index) => ({
    label,
    colour: index === 2 ? 0 : index,
    dash: index === 2 ? 1 : 0,
    points: Array.from({ length: 9 }, (_, rung) => ({
      rung,
      estimate: 0.92 - 0.09 * rung - 0.08 * index * Math.sin(rung),
      interval: [
        Math.max(0, 0.82 - 0.09 * rung - 0.08 * index * Math.sin(rung)),
        Math.min(1, 1 - 0.09 * rung - 0.08 * index * Math.sin(rung)),
      ] as const,
    })).filter(({ rung }) => index !== 1 || rung !== 4),
  })),
  reference: { label: 'no frame', estimate: 0.88 },
};

const number = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 1, 1e308, -1e308, 5e-324),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const interval = maybe(fc.tuple(number, number));
const colour = fc.oneof(fc.integer({ min: -20, max: 20 }), number);
const axis = fc.record({
  label: nastyText,
  min: number,
  max: number,
  format: fc.constantFrom('percent' as const, 'number' as const),
});

/** What a fault elsewhere could hand over: no numbers, endless ones, ends the wrong way round, nothing. */
export const anyPicture: fc.Arbitrary<ShippedPicture> = fc.oneof(
  fc.record({
    kind: fc.constant('estimates' as const),
    title: nastyText,
    alt: nastyText,
    axis,
    rows: fc.array(
      fc.record({
        label: nastyText,
        colour,
        estimate: maybe(number),
        interval,
        reference: maybe(fc.boolean()),
      }),
      { maxLength: 14 },
    ),
    chance: maybe(number),
  }),
  fc.record({
    kind: fc.constant('distribution' as const),
    title: nastyText,
    alt: nastyText,
    categories: fc.array(fc.record({ label: nastyText, colour }), { maxLength: 14 }),
    rows: fc.array(
      fc.record({
        label: nastyText,
        colour,
        shares: fc.array(number, { maxLength: 16 }),
        basis: nastyText,
      }),
      { maxLength: 8 },
    ),
  }),
  fc.record({
    kind: fc.constant('ladder' as const),
    title: nastyText,
    alt: nastyText,
    axis,
    rungs: fc.record({ label: nastyText, names: fc.array(nastyText, { maxLength: 9 }) }),
    series: fc.array(
      fc.record({
        label: nastyText,
        colour,
        dash: fc.oneof(fc.nat({ max: 9 }), number),
        points: fc.array(
          fc.record({ rung: fc.oneof(fc.nat({ max: 9 }), number), estimate: number, interval }),
          { maxLength: 12 },
        ),
      }),
      { maxLength: 6 },
    ),
    reference: maybe(fc.record({ label: nastyText, estimate: number })),
  }),
  fc.record({
    kind: fc.constant('lines' as const),
    title: nastyText,
    alt: nastyText,
    axis,
    steps: fc.record({
      label: nastyText,
      values: fc.array(fc.oneof(fc.nat({ max: 8 }), number), { maxLength: 12 }),
    }),
    lines: fc.array(
      fc.record({
        label: nastyText,
        colour,
        dash: fc.oneof(fc.nat({ max: 9 }), number),
        points: fc.array(
          fc.record({ step: fc.oneof(fc.nat({ max: 8 }), number), estimate: number, interval }),
          { maxLength: 12 },
        ),
      }),
      { maxLength: 6 },
    ),
  }),
);
