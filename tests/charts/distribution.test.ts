import { expect, test } from 'vitest';
import type { DistributionPicture } from '../../core/charts/distribution/picture.ts';
import { drawSvg } from '../../core/charts/draw-svg.ts';
import { drawText } from '../../core/charts/draw-text.ts';
import { figuresOf, isDrawnWhole } from '../../core/charts/figures.ts';
import { tidy } from '../../core/charts/registry.ts';
import { shade, THEMES } from '../../core/charts/theme.ts';
import { crowd, speakers } from './pictures.ts';
import { takeTexts } from './texts-in-svg.ts';

const light = { theme: 'light', width: 360 } as const;
const SIDE = 14;
const FULL = 360 - 2 * SIDE;

/** The parts of bars and the swatches, as rectangles in the order in which they are drawn. */
const boxes = (svg: string) =>
  [
    ...svg.matchAll(
      /<path d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="(#\w+)" stroke="(#\w+)"/g,
    ),
  ].map(([, x, y, width, height, fill, stroke]) => ({
    from: Number(x) / FULL,
    to: (Number(x) + Number(width)) / FULL,
    y: Number(y),
    height: Number(height),
    fill,
    stroke,
  }));

test('parts stand one after the other in their colours, as long as their shares', async () => {
  const parts = boxes(await drawSvg(speakers, light)).filter(({ height }) => height > 20);
  const ink = (index: number) => shade(index, THEMES.light);
  expect(parts.map(({ fill }) => fill)).toEqual([0, 1, 2, 0, 1, 2].map(ink));
  const near = (value: number) => expect.closeTo(value, 0);
  const ends = parts.map(({ from, to }) => [100 * from, 100 * to]);
  expect(ends).toEqual([
    [near(0), near(75)],
    [near(75), near(90)],
    [near(90), near(100)],
    [near(0), near(20)],
    [near(20), near(99.8)],
    [near(99.8), near(100)],
  ]);
  for (const { from, to } of parts) {
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThanOrEqual(1);
  }
});

test('each category has a swatch and a name, each row its label and what it rests on', async () => {
  const svg = await drawSvg(speakers, light);
  expect(boxes(svg).filter(({ height }) => height < 20)).toHaveLength(3);
  const texts = takeTexts(svg).texts.map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([
      ...speakers.categories.map(({ label }) => label),
      ...speakers.rows.flatMap(({ label, basis }) => [label, basis]),
      'A 75 %',
      'no estimate',
    ]),
  );
});

test('no part of the legend lies on another, and all stays on a phone', async () => {
  const svg = await drawSvg(crowd, light);
  const swatches = boxes(svg).filter(({ height }) => height < 20);
  expect(swatches).toHaveLength(9);
  for (const [index, { to, y }] of swatches.entries()) {
    expect(to).toBeLessThanOrEqual(1);
    const next = swatches[index + 1];
    if (next?.y === y) expect(next.from).toBeGreaterThan(to + 20 / FULL);
  }
});

test('beyond the palette the smallest are one hollow part, and no colour comes twice', async () => {
  const svg = await drawSvg(crowd, light);
  const swatches = boxes(svg).filter(({ height }) => height < 20);
  expect(new Set(swatches.map(({ fill }) => fill)).size).toBe(9);
  expect(swatches.at(-1)).toMatchObject({ fill: THEMES.light.card, stroke: THEMES.light.muted });
  expect(takeTexts(svg).texts.map(({ text }) => text)).toContain('other (6)');
});

test('the words have every category all the same', () => {
  const [first] = figuresOf(crowd);
  expect(first?.name).toBe('larch / assistant (12 items × 4)');
  for (const { label } of crowd.categories) expect(first?.figure).toContain(label);
  expect(figuresOf(speakers).at(-1)?.figure).toBe('no estimate');
  expect(isDrawnWhole(speakers, 40)).toBe(true);
  expect(isDrawnWhole(crowd, 1000)).toBe(false);
});

test('in text, bars of letters and shades with a legend', () => {
  expect(drawText(speakers, { width: 50, colour: false })).toBe(
    `
who is speaking
larch / assistant                     12 items × 4
A 75 % ███████████████████████████████B▒▒▒▒▒▒C▓▓▓▓
larch / pirate                        12 items × 4
A 20 % ███B 80 % ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
rowan / assistant                        0 answers
no estimate
A assistant  B pirate  C oracle`.trimStart(),
  );
});

test('shares fill their bar: what is no share is none, and a sum that is off is set right', () => {
  const sharesOf = (...shares: number[]) => {
    const rows = [{ label: 'a', colour: 0, shares, basis: '' }];
    const picture: DistributionPicture = { ...speakers, rows };
    return (tidy(picture) as DistributionPicture).rows[0]?.shares;
  };
  expect(sharesOf(2, 1, 1)).toEqual([0.5, 0.25, 0.25]);
  expect(sharesOf(0.5, Number.NaN, -3)).toEqual([1, 0, 0]);
  expect(sharesOf(1)).toEqual([1, 0, 0]);
  expect(sharesOf(0, 0, 0)).toEqual([]);
  expect(sharesOf()).toEqual([]);
});
