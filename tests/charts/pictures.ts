import * as fc from 'fast-check';
import type { EstimatesPicture, LinesPicture, Picture } from '../../core/charts/picture.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';

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
export const anyPicture: fc.Arbitrary<Picture> = fc.oneof(
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
