import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { drawText } from '../../core/charts/draw-text.ts';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import { anyPicture, drift, ranking, roles, speakers, three, twelve } from './pictures.ts';

test('estimates on a wide terminal', () => {
  expect(drawText(three, { width: 80, colour: false })).toBe(
    `
counts itself in
larch / assistant                  ├────●─────┤                    42 % [29, 56]
larch / alien scholar  ├─●───┤          ┊                            5 % [1, 15]
rowan / assistant                       ┊                            no estimate
                       0 %                                  100 %
                       share of answers`.trimStart(),
  );
});

test('estimates on a narrow one', () => {
  expect(drawText(three, { width: 40, colour: false })).toBe(
    `
counts itself in
larch / assistant
       ├──●──┤             42 % [29, 56]
larch / alien scholar
├●──┤     ┊                  5 % [1, 15]
rowan / assistant
          ┊                  no estimate
0 %                 100 %
share of answers`.trimStart(),
  );
});

test('estimates whose labels would be alike once they are cut', () => {
  const rows = ['bring receipts into a table', 'write a poem'].map((label) => ({
    ...three.rows[0],
    label: `larch / assistant · an analyst · ${label}`,
    colour: 0,
  }));
  const picture: EstimatesPicture = { ...three, rows };
  const lines = drawText(picture, { width: 80, colour: false }).split('\n');
  expect(lines[1]).toBe('larch / assistant · an analyst · bring receipts into a table');
  expect(lines[3]).toBe('larch / assistant · an analyst · write a poem');
});

test('lines, one block a step', () => {
  expect(drawText(drift, { width: 50, colour: false })).toBe(
    `
drift
larch / pirate     ▇▆▅▅  80 → 50
rowan / pirate     ▇▆▅▄  75 → 45
larch / assistant  ▆▅▅▄  70 → 40
in character
turn 1 to 4, 0 to 100`.trimStart(),
  );
});

test('zero, chance and what others are compared with cross the bars', () => {
  const [first, last] = [ranking.rows.slice(0, 1), ranking.rows.slice(16)];
  const draw = (rows: typeof first, chance?: number) => {
    const picture: EstimatesPicture = { ...ranking, rows, chance };
    return drawText(picture, { width: 70, colour: false }).split('\n');
  };
  expect(draw(first, 0)[1]).toMatch(/persona +¦ +├─+●─+┤ +2\.00 \[1\.40, 2\.60\]$/);
  expect(draw(last, 0)[1]).toMatch(/├─+●─+┤ +¦ +−2\.00/);
  expect(draw(first, 0).at(-1)?.trim()).toBe('¦ chance 0.00');
  expect(draw(first)[1]).toMatch(/persona +· +├/);
});

test('colour is a subject’s own, and only where it is asked for', () => {
  for (const picture of [twelve, speakers, roles]) {
    const coloured = drawText(picture, { width: 80, colour: true });
    const plain = drawText(picture, { width: 80, colour: false });
    expect(coloured).toContain('\u001B[38;5;');
    expect(coloured.replaceAll(/\u001B\[[\d;]*m/g, '')).toBe(plain.replaceAll(/ +$/gm, ''));
    expect(plain).not.toContain('\u001B');
  }
});

test('whatever the picture, no line is wider than the terminal and none has a control sequence', () => {
  fc.assert(
    fc.property(anyPicture, fc.integer({ min: 20, max: 200 }), (picture, width) => {
      const text = drawText(picture, { width, colour: false });
      expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      expect(text).not.toMatch(/NaN|undefined/);
      for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { seed: 13, numRuns: 400 },
  );
});
