import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../core/charts/draw-svg.ts';
import { rasterise } from '../../core/charts/raster.ts';
import { shade, THEMES } from '../../core/charts/theme.ts';
import { anyPicture, crowd, drift, ranking, roles, speakers, three, twelve } from './pictures.ts';
import { decodePng } from './pixels.ts';
import { takeTexts } from './texts-in-svg.ts';

const light = { theme: 'light', width: 360 } as const;

/** Each bar as its stroke and the two ends of its interval, in the order of the rows. */
const bars = (svg: string) =>
  [
    ...svg.matchAll(
      /<line transform="translate\(([\d.]+),([\d.]+)\)" x2="(-?[\d.]+)" y2="0" stroke="(#\w+)" stroke-width="4"/g,
    ),
  ].map(([, x, y, length, stroke]) => {
    const ends = [Number(x), Number(x) + Number(length)].toSorted((a, b) => a - b);
    return { y: Number(y), from: ends[0] ?? 0, to: ends[1] ?? 0, stroke };
  });

/** What a strict parser of SVG draws in a corner: nothing at all where it finds a fault. */
async function cornerOf(svg: string): Promise<string> {
  const image = { type: 'image', src: Buffer.from(svg), width: 40, height: 40 } as const;
  const png = await rasterise(image, { width: 40, height: 40, scale: 1, text: '' });
  return (await decodePng(png)).at(1, 1);
}

describe('estimates', () => {
  test('each row has its bar, in its subject’s colour and in order', async () => {
    const found = bars(await drawSvg(twelve, light));
    expect(found.map(({ stroke }) => stroke)).toEqual(
      twelve.rows
        .filter((row) => row.estimate !== undefined)
        .map((row) => shade(row.colour, THEMES.light)),
    );
    expect(found.map(({ y }) => y)).toEqual(found.map(({ y }) => y).toSorted((a, b) => a - b));
    for (const [index, bar] of found.slice(1).entries()) {
      expect(bar.from).toBeGreaterThanOrEqual(found[index]?.from ?? 0);
    }
  });

  test('values stand where the axis says', async () => {
    const svg = await drawSvg(three, light);
    const full = 360 - 2 * 14;
    expect(bars(svg)).toEqual([
      {
        y: expect.any(Number),
        from: 0.29 * full,
        to: expect.closeTo(0.56 * full, 6),
        stroke: '#0072b2',
      },
      {
        y: expect.any(Number),
        from: 0.01 * full,
        to: expect.closeTo(0.15 * full, 6),
        stroke: '#d55e00',
      },
    ]);
    const axis = takeTexts(svg).texts.filter(({ text }) => /^\d+ %$/.test(text));
    expect(axis.map(({ text, x }) => [text, Math.floor(x - 14)])).toEqual([
      ['0 %', 0],
      ['25 %', full / 4],
      ['50 %', full / 2],
      ['75 %', (full * 3) / 4],
      ['100 %', full],
    ]);
  });

  test('the row that others are compared with crosses every bar', async () => {
    const svg = await drawSvg(three, light);
    const marks = svg.matchAll(/<path d="M([\d.]+),[^"]*" fill="#5c616b"/g);
    const at = [...marks].map(([, x]) => Number(x) + 0.75);
    expect(at).toEqual(three.rows.map(() => expect.closeTo(0.42 * 332, 6)));
  });

  test('chance is a dashed line across every bar, with its words below', async () => {
    const svg = await drawSvg(ranking, light);
    const marks = [...svg.matchAll(/<line transform="translate\(([\d.]+),[^>]*dasharray="4,3"/g)];
    expect(marks.map(([, x]) => Number(x))).toEqual(ranking.rows.map(() => 332 / 2));
    const texts = takeTexts(svg).texts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['dashed: chance, 0.00', '−2', '0', '2']));
    expect(bars(svg)).toHaveLength(17);
    expect(await drawSvg(three, light)).not.toContain('dasharray');
  });

  test('figures stand beside the labels, and a row without one says so', async () => {
    const texts = takeTexts(await drawSvg(three, light)).texts.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['larch / assistant', '42 % [29, 56]', '5 % [1, 15]', 'no estimate']),
    );
  });
});

describe('lines', () => {
  test('each has its points, its band, its dash and its place in the legend', async () => {
    const svg = await drawSvg(drift, light);
    const dots = svg.matchAll(
      /<path transform="translate\([\d.,]+\)" d="M3\.354,0A[^"]*" fill="(#\w+)"/g,
    );
    const ink = (index: number) => shade(index, THEMES.light);
    expect([...dots].map(([, fill]) => fill)).toEqual(
      [ink(0), ink(1), ink(0)].flatMap((colour) => Array.from({ length: 4 }, () => colour)),
    );
    expect(svg.match(/<path d="[^"]*" fill="#\w+" opacity="0.16"/g)?.length).toBe(3);
    expect(svg.match(/stroke-dasharray="7,4"/g)?.length).toBe(2);
    const texts = takeTexts(svg).texts.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'larch / pirate',
        'rowan / pirate',
        'larch / assistant',
        'turn',
        '4',
      ]),
    );
  });
});

describe('words', () => {
  test('the picture tells what it shows to who cannot see it', async () => {
    const svg = await drawSvg(twelve, light);
    const [, titleId, descId] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
    expect(svg).toContain(`<title id="${titleId}">counts itself in</title>`);
    expect(svg).toContain(`<desc id="${descId}">twelve rows &amp; their &lt;numbers&gt;</desc>`);
  });

  test('two pictures on a page have ids of their own', async () => {
    const id = (svg: string) => /<title id="([^"]+)"/.exec(svg)?.[1];
    expect(id(await drawSvg(twelve, light))).not.toBe(id(await drawSvg(drift, light)));
    expect(id(await drawSvg(drift, light))).toBe(id(await drawSvg(drift, light)));
  });

  test('a hostile label is text, shortened, and cannot turn the line round', async () => {
    const svg = await drawSvg(twelve, light);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toMatch(/[\u202E\u0000]/);
    const label = takeTexts(svg).texts.filter(({ text }) => /script|long|evil/.test(text));
    expect(label).toHaveLength(2);
    expect(label[1]?.text).toMatch(/…$/);
  });

  test('no text is smaller than twelve pixels, or leaves the picture of a phone', async () => {
    for (const picture of [twelve, drift, three, ranking, speakers, crowd, roles]) {
      const { texts, width, height } = takeTexts(await drawSvg(picture, light));
      expect(width).toBe(360);
      for (const { text, size, x, y, anchor } of texts) {
        expect(size).toBeGreaterThanOrEqual(12);
        expect(x).toBeGreaterThanOrEqual(14);
        expect(x).toBeLessThan(360 - 13);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(height);
        // Noto Sans takes no more than 0.62 of its size for an ordinary letter.
        const extent = text.length * size * 0.62 * (anchor === 'middle' ? 0.5 : 1);
        if (anchor !== 'end') expect(x + extent).toBeLessThan(360 + 40);
      }
    }
  });

  test('light and dark have their own ground and ink', async () => {
    const dark = await drawSvg(twelve, { theme: 'dark', width: 360 });
    expect(dark).toContain(`fill="${THEMES.dark.ground}"`);
    expect(dark).toContain(`fill="${THEMES.dark.ink}"`);
    expect(dark).not.toContain(`fill="${THEMES.light.ink}"`);
  });
});

test('whatever the picture, an SVG that a strict parser takes comes out', async () => {
  expect(await cornerOf('<svg xmlns="http://www.w3.org/2000/svg"><rect fill="red">')).toBe(
    '#00000000',
  );
  await fc.assert(
    fc.asyncProperty(anyPicture, fc.integer({ min: 0, max: 3000 }), async (picture, width) => {
      const svg = await drawSvg(picture, { theme: 'light', width });
      expect(svg).not.toMatch(/NaN|Infinity|<script|<image|<foreignObject|\shref=/);
      expect(await cornerOf(svg)).toMatch(/ff$/);
    }),
    { seed: 3, numRuns: 150 },
  );
});
