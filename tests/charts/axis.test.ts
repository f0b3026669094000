import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisAtLeft, axisBelow, labelsBelow, scale } from '../../core/charts/axis.ts';
import { SMALL } from '../../core/charts/frame.ts';
import { THEMES } from '../../core/charts/theme.ts';

const percent = { label: '', min: 0, max: 1, format: 'percent' } as const;

/** The left and the right edge of each label. */
const edges = (labels: ReturnType<typeof labelsBelow>) =>
  labels.map(({ text, x, anchor }) => {
    const from = x - { start: 0, middle: SMALL(text) / 2, end: SMALL(text) }[anchor];
    return [from, from + SMALL(text)] as const;
  });

test('a value stands in proportion between the ends', () => {
  const place = scale({ min: -1, max: 3 }, 200);
  expect([-1, 0, 1, 3].map(place)).toEqual([0, 50, 100, 200]);
});

test('the outermost labels below a plot do not leave it', () => {
  const { texts } = axisBelow(percent, 332, 100, THEMES.light);
  expect(texts.map(({ text, anchor }) => [text, anchor])).toEqual([
    ['0 %', 'start'],
    ['25 %', 'middle'],
    ['50 %', 'middle'],
    ['75 %', 'middle'],
    ['100 %', 'end'],
  ]);
});

test('labels below a plot never run into each other', () => {
  const steps = Array.from({ length: 64 }, (_, index) => String(index * 1000));
  const close = steps.map((text, index) => ({ text, x: index * 5, anchor: 'middle' as const }));
  const kept = labelsBelow(close, 200, THEMES.light);
  expect(kept.length).toBeGreaterThan(4);
  expect(kept.length).toBeLessThan(20);
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
      fc.integer({ min: 60, max: 1000 }),
      (min, span, width) => {
        const axis = { label: '', min, max: min + span, format: 'number' } as const;
        const all = edges(axisBelow(axis, width, 100, THEMES.light).texts);
        for (const [index, [from]] of all.entries()) {
          if (index > 0) expect(from).toBeGreaterThanOrEqual((all[index - 1]?.[1] ?? 0) + 6);
        }
      },
    ),
    { seed: 19, numRuns: 200 },
  );
});

test('labels at the left of a plot stay in their room, each on the height of its line', () => {
  const axis = { label: '', min: 0, max: 123_456_789_000, format: 'number' } as const;
  const plot = { width: 100, height: 200, room: 46 };
  const { texts, shapes } = axisAtLeft(axis, plot, THEMES.light);
  for (const { text } of texts) expect(SMALL(text)).toBeLessThanOrEqual(40);
  expect(texts.at(-1)?.text).toMatch(/…$/);
  const lines = shapes.filter((shape) => shape.includes('y2="0"'));
  const heights = lines.map((shape) => Number(/,([\d.]+)\)/.exec(shape)?.[1]));
  expect(heights).toHaveLength(texts.length);
  expect(texts.map(({ y }) => y - 3.5)).toEqual(heights);
});
