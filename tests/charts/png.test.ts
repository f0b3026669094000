import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPng } from '../../core/charts/draw-png.ts';
import { shade, THEMES, type ThemeName } from '../../core/charts/theme.ts';
import { anyPicture, drift, three, twelve } from './pictures.ts';
import { decodePng, sizeOf } from './pixels.ts';

test.each(['light', 'dark'] as const)(
  'the %s picture has its ground and the subjects’ colours',
  async (theme: ThemeName) => {
    const pixels = await decodePng(await drawPng(three, { theme, scale: 1 }));
    const counts = pixels.counts();
    expect(pixels.at(0, 0)).toBe(`${THEMES[theme].ground}ff`);
    for (const index of [0, 1]) {
      expect(counts.get(`${shade(index, THEMES[theme])}ff`) ?? 0).toBeGreaterThan(100);
    }
    expect(counts.get(`${shade(2, THEMES[theme])}ff`)).toBeUndefined();
    expect(counts.get(`${THEMES[theme].ink}ff`) ?? 0).toBeGreaterThan(100);
  },
);

test('it is as wide as asked, in pixels of the scale, and higher the more rows there are', async () => {
  const size = async (picture: typeof three, scale: number) =>
    sizeOf(await drawPng(picture, { theme: 'light', width: 360, scale }));
  const [few, many, twice] = [await size(three, 1), await size(twelve, 1), await size(three, 2)];
  expect([few.width, many.width, twice.width]).toEqual([360, 360, 720]);
  expect(twice.height).toBe(2 * few.height);
  expect(many.height).toBeGreaterThan(few.height + 9 * 30);
});

test('the texts are in it, set by us and not by the renderer of SVG', async () => {
  const draw = (title: string) => drawPng({ ...drift, title }, { theme: 'light', scale: 1 });
  const [one, other, boxes] = [await draw('人格'), await draw('模型'), await draw('తత')];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  expect(Buffer.from(one).equals(Buffer.from(boxes))).toBe(false);
  expect(Buffer.from(one).equals(Buffer.from(await draw('人格')))).toBe(true);
});

test('pictures asked for at once do not get in each other’s way', async () => {
  const alone = await drawPng(twelve, { theme: 'dark', scale: 1 });
  const together = await Promise.all(
    [three, twelve, drift, twelve].map((picture) => drawPng(picture, { theme: 'dark', scale: 1 })),
  );
  for (const index of [1, 3]) {
    expect(Buffer.from(together[index] ?? []).equals(Buffer.from(alone))).toBe(true);
  }
});

test('whatever the picture, a PNG of the width comes out', async () => {
  await fc.assert(
    fc.asyncProperty(anyPicture, async (picture) => {
      const png = await drawPng(picture, { theme: 'dark', width: 300, scale: 1 });
      expect(sizeOf(png).width).toBe(300);
      expect(sizeOf(png).height).toBeGreaterThan(40);
      expect(sizeOf(png).height).toBeLessThan(6000);
    }),
    { seed: 11, numRuns: 60 },
  );
});
