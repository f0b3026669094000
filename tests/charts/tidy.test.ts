import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import type { LinesPicture } from '../../core/charts/lines/picture.ts';
import type { Picture } from '../../core/charts/picture.ts';
import { tidy } from '../../core/charts/registry.ts';
import { anyPicture, drift, three } from './pictures.ts';

const estimates = (picture: EstimatesPicture): EstimatesPicture =>
  tidy(picture) as EstimatesPicture;
const lines = (picture: LinesPicture): LinesPicture => tidy(picture) as LinesPicture;
const row = { label: 'a', colour: 0 };

test('an interval goes from low to high', () => {
  const rows = [{ ...row, estimate: 0.5, interval: [0.9, 0.2] as const }];
  expect(estimates({ ...three, rows }).rows[0]?.interval).toEqual([0.2, 0.9]);
});

test('what is no number is no estimate, and has no interval', () => {
  const rows = [Number.NaN, Number.POSITIVE_INFINITY, 1e300].map((estimate) => ({
    ...row,
    estimate,
    interval: [0, 1] as const,
  }));
  for (const tidied of estimates({ ...three, rows }).rows) {
    expect(tidied).toMatchObject({ estimate: undefined, interval: undefined });
  }
});

test('an axis has a length, and holds every value', () => {
  const axis = { ...three.axis, min: 2, max: 2 };
  expect(estimates({ ...three, axis, rows: [] }).axis).toMatchObject({ min: 2, max: 4 });
  const rows = [{ ...row, estimate: 3, interval: [-1, 5] as const }];
  expect(estimates({ ...three, axis, rows }).axis).toMatchObject({ min: -1, max: 5 });
  const none = { ...three.axis, min: Number.NaN, max: Number.NaN };
  expect(estimates({ ...three, axis: none, rows: [] }).axis).toMatchObject({ min: 0, max: 1 });
});

test('points stand once at each of the steps, in their order', () => {
  const points = [3, 1, 3, 9].map((step, index) => ({ step, estimate: index }));
  const line = { label: 'a', colour: 0, dash: 0, points };
  const steps = { label: 'turn', values: [1, 2, 2, 3, Number.NaN] };
  const tidied = lines({ ...drift, steps, lines: [line] });
  expect(tidied.steps.values).toEqual([1, 2, 3]);
  expect(tidied.lines[0]?.points.map(({ step, estimate }) => [step, estimate])).toEqual([
    [1, 1],
    [3, 0],
  ]);
});

test('a picture that is tidy stays as it is', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const once: Picture = tidy(picture);
      expect(tidy(once)).toEqual(once);
    }),
    { seed: 17, numRuns: 200 },
  );
});
