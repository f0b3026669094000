import { expect, test } from 'vitest';
import { drawSvg } from '../../core/charts/draw-svg.ts';
import { drawText } from '../../core/charts/draw-text.ts';
import { figuresOf } from '../../core/charts/figures.ts';
import type { LadderPicture } from '../../core/charts/ladder/picture.ts';
import { tidy } from '../../core/charts/registry.ts';
import { shade, THEMES } from '../../core/charts/theme.ts';
import { roles } from './pictures.ts';
import { takeTexts } from './texts-in-svg.ts';

const light = { theme: 'light', width: 360 } as const;

/** Two rungs, of which the second series has one. */
const short: LadderPicture = {
  ...roles,
  rungs: { label: 'examples', names: ['none', 'sixteen'] },
  series: [
    {
      label: 'larch',
      colour: 0,
      dash: 0,
      points: [
        { rung: 0, estimate: 0.25, interval: [0.1, 0.4] },
        { rung: 1, estimate: 0.75, interval: [0.6, 0.9] },
      ],
    },
    { label: 'rowan', colour: 1, dash: 1, points: [{ rung: 1, estimate: 0.5 }] },
  ],
  reference: { label: 'no frame', estimate: 0.5 },
};

test('a dot for every estimate in its series’ colour, further down the higher the rung', async () => {
  const svg = await drawSvg(roles, light);
  const dots = [
    ...svg.matchAll(
      /<path transform="translate\(([\d.]+),([\d.]+)\)" d="[^"]*" fill="(#\w+)" stroke="#ffffff"/g,
    ),
  ].map(([, x, y, fill]) => ({ x: Number(x), y: Number(y), fill }));
  const points = roles.series.flatMap(({ points, colour }) => points.map(() => colour));
  expect(dots.map(({ fill }) => fill)).toEqual(points.map((index) => shade(index, THEMES.light)));
  const first = dots.slice(0, 9);
  expect(first.map(({ y }) => y)).toEqual(first.map(({ y }) => y).toSorted((a, b) => a - b));
  const step = (first[1]?.y ?? 0) - (first[0]?.y ?? 0);
  expect(first[8]?.y).toBeCloseTo((first[0]?.y ?? 0) + 8 * step, 6);
  expect(new Set(dots.map(({ y }) => y)).size).toBe(dots.length);
});

test('values stand where the axis says, the reference too', async () => {
  const svg = await drawSvg(short, light);
  const axis = new Map(takeTexts(svg).texts.map(({ text, x }) => [text, x]));
  const [zero = 0, one = 0] = [axis.get('0 %'), axis.get('100 %')];
  const plot = takeTexts(svg).width - 14 - (one - zero);
  const interval = [
    ...svg.matchAll(/<line transform="translate\(([\d.]+),[\d.]+\)" x2="(-?[\d.]+)" y2="0"[^>]*/g),
  ].filter(([tag]) => tag.includes('stroke-width="3"'));
  const ends = interval.map(([, x, length]) =>
    [Number(x), Number(x) + Number(length)]
      .toSorted((a, b) => a - b)
      .map((end) => end / (one - zero)),
  );
  expect(plot).toBeGreaterThan(0);
  expect(ends).toEqual([
    [expect.closeTo(0.1, 6), expect.closeTo(0.4, 6)],
    [expect.closeTo(0.6, 6), expect.closeTo(0.9, 6)],
  ]);
  const across = /<line transform="translate\(([\d.]+),\d+\)" x2="0" y2="-?\d+" stroke="#5c616b"/;
  expect(Number(across.exec(svg)?.[1]) / (one - zero)).toBeCloseTo(0.5, 6);
});

test('nine rungs have their names on a phone, none on another', async () => {
  const { texts, height } = takeTexts(await drawSvg(roles, light));
  const names = texts.filter(({ text }) => roles.rungs.names.includes(text));
  expect(names.map(({ text }) => text)).toEqual(roles.rungs.names);
  for (const [index, { y, x }] of names.entries()) {
    expect(x).toBe(14);
    expect(y).toBeGreaterThan((names[index - 1]?.y ?? 0) + 16);
    expect(y).toBeLessThan(height);
  }
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['role, from near to far', 'no frame 88 %', 'larch, with a reminder']),
  );
});

test('in text, a line for each rung under its series', () => {
  expect(drawText(short, { width: 70, colour: false })).toBe(
    `
keeps its values under a role
examples
larch
  none         ├──────●─────┤    ┊                       25 % [10, 40]
  sixteen                        ┊   ├─────●──────┤      75 % [60, 90]
rowan
  none                           ┊                         no estimate
  sixteen                        ●                                50 %
           0 %                                    100 %
           share of answers
           ┊ no frame 50 %`.trimStart(),
  );
});

test('on a narrow screen the bars have the room of the intervals’ figures', () => {
  const text = drawText(roles, { width: 44, colour: false });
  expect(text).toContain('  eldritch being ');
  expect(text).toMatch(/^ {2}hermit .*none$/m);
  expect(text).not.toContain('[');
});

test('points stand once at each of the rungs there are, in their order', () => {
  const points = [1, 0, 1, 7, 0.5].map((rung, index) => ({ rung, estimate: index }));
  const series = [{ label: 'a', colour: 0, dash: 0, points }];
  const tidyLadder = (picture: LadderPicture) => tidy(picture) as LadderPicture;
  const tidied = tidyLadder({ ...short, series });
  expect(tidied.series[0]?.points.map(({ rung, estimate }) => [rung, estimate])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  const reference = { label: 'far', estimate: 5 };
  expect(tidyLadder({ ...short, reference }).axis.max).toBe(5);
  const none = { label: 'none', estimate: Number.NaN };
  expect(tidyLadder({ ...short, reference: none }).reference).toBeUndefined();
});

test('the words have a figure for every point, and for the reference', () => {
  expect(figuresOf(short)).toEqual([
    { name: 'larch, none', figure: '25 % [10, 40]' },
    { name: 'larch, sixteen', figure: '75 % [60, 90]' },
    { name: 'rowan, sixteen', figure: '50 %' },
    { name: 'no frame', figure: '50 %' },
  ]);
});
