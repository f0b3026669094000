import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawPng } from '../../core/charts/draw-png.ts';
import { drawSvg } from '../../core/charts/draw-svg.ts';
import { drawText } from '../../core/charts/draw-text.ts';
import { altOf, figuresOf, isDrawnWhole, relabelled } from '../../core/charts/figures.ts';
import type { Picture } from '../../core/charts/picture.ts';
import { CHARTS, type ChartKinds, loadCharts } from '../../core/charts/registry.ts';
import { seriesOf } from '../../core/charts/series.ts';
import { sizeOf } from './pixels.ts';

const CORE = resolve(import.meta.dirname, '../../core/charts');

/** All of a new kind: one number on a dial. */
const DIAL = `
import { frameOf, framed } from '${CORE}/frame.ts';
import { rectangle } from '${CORE}/shapes.ts';
import { tidyTexts } from '${CORE}/tidy.ts';

export const chart = {
  kind: 'dial',
  tidy: (picture) => ({ ...picture, ...tidyTexts(picture), value: Number(picture.value) || 0 }),
  draw: async ({ title, value }, theme, full) =>
    framed(frameOf(title, full), theme, {
      height: 20,
      below: 8,
      shapes: [rectangle({ x: 0, y: 0 }, { x: value * 100, y: 9 }, { fill: '#123456' })],
      texts: [],
    }),
  characters: ({ value }, width) => ['#'.repeat(Math.min(width, value * 10))],
  figures: ({ label, value }) => [{ name: label, figure: String(value) }],
  series: ({ label, value }) => ({
    mark: 'bar',
    axis: { label: 'reading', min: 0, max: 1, format: 'number' },
    categories: [label],
    series: [{ name: 'reading', values: [value] }],
  }),
  relabel: (picture, as) => ({ ...picture, label: as(picture.label, 0) }),
  labels: ({ label }) => [label],
  isDrawnWhole: () => true,
};
`;

interface Dial extends Picture {
  readonly label: string;
  readonly value: number;
}

const dial: Dial = { kind: 'dial', title: 'how far', alt: '', label: 'larch', value: 0.5 };

let folder: string;
let kinds: ChartKinds;

async function add(name: string, source: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'chart.ts'), source);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dramatis-charts-'));
  await add('dial', DIAL);
  kinds = new Map([...CHARTS, ...(await loadCharts(folder))]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('a chart kind that is one new folder', () => {
  test('is drawn as SVG, as PNG and in characters', async () => {
    const svg = await drawSvg(dial, { theme: 'light', width: 300 }, kinds);
    expect(svg).toContain('<path d="M0,0h50v9h-50Z" fill="#123456"/>');
    expect(svg).toContain('>how far</title>');
    expect(svg).toContain('>how far. larch: 0.5</desc>');
    const png = await drawPng(dial, { theme: 'light', scale: 1, width: 300 }, kinds);
    expect(sizeOf(png).width).toBe(300);
    expect(drawText(dial, { width: 40, colour: false }, kinds)).toBe('how far\n#####');
  });

  test('is said in words, under other labels too', () => {
    expect(altOf(dial, kinds)).toBe('how far. larch: 0.5');
    expect(altOf({ ...dial, alt: 'half way' }, kinds)).toBe('half way');
    const renamed = relabelled(dial, (label) => `the ${label}`, kinds);
    expect(figuresOf(renamed, kinds)).toEqual([{ name: 'the larch', figure: '0.5' }]);
    expect(isDrawnWhole(dial, 5, kinds)).toBe(true);
    expect(isDrawnWhole(dial, 4, kinds)).toBe(false);
  });

  test('is bars for who draws charts itself', () => {
    expect(seriesOf(dial, kinds)?.series).toEqual([{ name: 'reading', values: [0.5] }]);
  });

  test('keeps its words where it is not known', async () => {
    const kept = { ...dial, alt: 'half way' };
    expect(drawText(kept, { width: 40, colour: false })).toBe('how far\nhalf way');
    expect(await drawSvg(kept, { theme: 'light', width: 300 })).toContain('>half way</desc>');
    expect(seriesOf(kept)).toBeUndefined();
    expect(isDrawnWhole(kept, 40)).toBe(false);
  });
});

test('a folder that does not export a chart of its own name is named', async () => {
  await add('dome', DIAL);
  await expect(loadCharts(folder)).rejects.toThrow(/dome.*does not export a chart called “dome”/);
});

test('the kinds that ship are those that have a folder', () => {
  expect([...CHARTS.keys()]).toEqual(['distribution', 'estimates', 'ladder', 'lines']);
});
