import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawColumns } from '../../core/charts/columns.ts';
import { shade, THEMES } from '../../core/charts/theme.ts';
import { OUTCOMES } from '../../core/domain/outcome.ts';
import type { Cell, Column, ColumnsBlock } from '../../core/views/view.ts';
import { nastyText } from '../fixtures/arbitrary-view.ts';
import { decodePng, type Pixels, sizeOf } from './pixels.ts';

const answer = (text: string): Cell => ({ state: 'answered', text });

function block(count: number, cells: readonly Cell[] = [answer('Sugar was rare.')]): ColumnsBlock {
  const columns = Array.from(
    { length: count },
    (_, index): Column => ({ model: `model ${index}`, persona: 'assistant', colour: index, cells }),
  );
  return { kind: 'columns', columns };
}

const draw = (given: ColumnsBlock, theme: 'light' | 'dark' = 'light') =>
  drawColumns(given, { theme, scale: 1 });
const pixelsOf = async (given: ColumnsBlock): Promise<Pixels> => decodePng(await draw(given));

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The smallest box around the pixels of a colour. */
function boxOf(pixels: Pixels, colour: string): Box | undefined {
  let box: Box | undefined;
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      if (pixels.at(x, y) !== `${colour}ff`) continue;
      box = {
        left: Math.min(box?.left ?? x, x),
        right: Math.max(box?.right ?? x, x),
        top: Math.min(box?.top ?? y, y),
        bottom: y,
      };
    }
  }
  return box;
}

const headers = (pixels: Pixels, count: number) =>
  Array.from({ length: count }, (_, index) => boxOf(pixels, shade(index, THEMES.light)));

describe('up to four subjects', () => {
  test.each([1, 2, 3, 4])(
    '%d stand beside each other, in order and as wide as each other',
    async (count) => {
      const boxes = headers(await pixelsOf(block(count)), count);
      for (const [index, box] of boxes.entries()) {
        const before = boxes[index - 1];
        expect(box?.top).toBe(boxes[0]?.top);
        if (before) expect(box?.left).toBeGreaterThan(before.right);
        const width = (one: typeof box) => (one === undefined ? 0 : one.right - one.left);
        expect(Math.abs(width(box) - width(boxes[0]))).toBeLessThanOrEqual(1);
      }
    },
  );

  test('a long answer is cut, and takes nothing from its neighbour', async () => {
    const long = answer('word '.repeat(5000));
    const unbroken = answer('x'.repeat(50_000));
    for (const cell of [long, unbroken]) {
      const pixels = await pixelsOf({
        kind: 'columns',
        columns: [
          { model: 'a'.repeat(300), persona: 'p', colour: 0, cells: [cell] },
          { model: 'b', persona: 'p', colour: 1, cells: [] },
        ],
      });
      const right = boxOf(pixels, shade(1, THEMES.light));
      const card = boxOf(pixels, THEMES.light.card);
      expect((card?.bottom ?? 0) - (card?.top ?? 0)).toBeGreaterThan(200);
      expect(pixels.height).toBeLessThan(480);
      for (let y = 90; y < pixels.height; y++) {
        for (let x = right?.left ?? 0; x < pixels.width; x++) {
          expect(pixels.at(x, y)).toBe(`${THEMES.light.ground}ff`);
        }
      }
    }
  });
});

test('from five on, each has a row', async () => {
  const boxes = headers(await pixelsOf(block(6)), 6);
  for (const [index, box] of boxes.entries()) {
    expect(box?.left).toBe(boxes[0]?.left);
    if (index > 0) expect(box?.top).toBeGreaterThan(boxes[index - 1]?.bottom ?? 0);
  }
});

describe('a cell', () => {
  test('shows its state', async () => {
    const states = ['waiting', 'writing', ...OUTCOMES] as const;
    const images = await Promise.all(
      states.map(async (state) =>
        Buffer.from(await draw(block(1, [{ state, text: 'Sugar.' }]))).toString('hex'),
      ),
    );
    expect(new Set(images).size).toBe(states.length);
  });

  test('that failed alarms, and one that was refused does not', async () => {
    const alarms = async (state: Cell['state']) =>
      (await pixelsOf(block(1, [{ state, text: 'why' }]))).counts().has(`${THEMES.light.alarm}ff`);
    expect(await alarms('failed')).toBe(true);
    expect(await alarms('refused')).toBe(false);
  });

  test('without a text is still a card', async () => {
    const pixels = await pixelsOf(block(1, [answer('')]));
    expect(boxOf(pixels, THEMES.light.card)).toBeDefined();
  });
});

test('what is left out is counted', async () => {
  const cells = (count: number) => Array.from({ length: count }, () => answer('Sugar.'));
  const height = async (count: number) => sizeOf(await draw(block(2, cells(count)))).height;
  const [six, seven, fifty] = [await height(6), await height(7), await height(50)];
  expect(seven).toBeGreaterThan(six);
  expect(fifty).toBe(seven);
  expect(sizeOf(await draw(block(200))).height).toBeLessThan(3000);
});

test('width and scale are as asked', async () => {
  const png = await drawColumns(block(3), { theme: 'dark', width: 500, scale: 2 });
  expect(sizeOf(png).width).toBe(1000);
});

test('whatever the block, a PNG of a size that can be sent comes out', async () => {
  const cell = fc.record({
    state: fc.constantFrom('waiting' as const, 'writing' as const, ...OUTCOMES),
    text: nastyText,
  });
  const column = fc.record({
    model: nastyText,
    persona: nastyText,
    colour: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
    cells: fc.array(cell, { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(column, { maxLength: 8 }), async (columns) => {
      const { width, height } = sizeOf(await draw({ kind: 'columns', columns }, 'dark'));
      expect(width).toBeGreaterThanOrEqual(460);
      expect(height).toBeGreaterThanOrEqual(32);
      expect(height).toBeLessThan(2500);
    }),
    { seed: 2, numRuns: 60 },
  );
});
