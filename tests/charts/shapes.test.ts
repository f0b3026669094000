import { describe, expect, test } from 'vitest';
import { dashOf, shapeOf } from '../../core/charts/dashes.ts';
import { line, polygon, polyline, rectangle, symbol } from '../../core/charts/shapes.ts';

const at = { x: 10, y: 20 };

describe('shapes', () => {
  test('are elements with no more attributes than they need', () => {
    expect(line(at, { x: 40, y: 20 }, { stroke: '#123456' })).toBe(
      '<line transform="translate(10,20)" x2="30" y2="0" stroke="#123456"/>',
    );
    expect(rectangle(at, { x: 12.5, y: 30 }, { fill: '#123456', opacity: 0.5 })).toBe(
      '<path d="M10,20h2.5v10h-2.5Z" fill="#123456" opacity="0.5"/>',
    );
    expect(polyline([at, { x: 1 / 3, y: 0 }], { stroke: '#123456', width: 2, dash: [7, 4] })).toBe(
      '<path d="M10,20L0.333,0" stroke-linejoin="round" stroke="#123456" stroke-width="2" stroke-dasharray="7,4"/>',
    );
    expect(polygon([at, { x: 0, y: 0 }], { fill: '#123456' })).toContain('d="M10,20L0,0Z"');
  });

  test('symbols are as large as each other, around their place', () => {
    const looks = [0, 1, 2, 3, 4, 5].map(shapeOf);
    expect(new Set(looks).size).toBe(6);
    for (const shape of looks) {
      const drawn = symbol(shape, at, 100, { fill: '#123456' });
      expect(drawn).toMatch(/^<path transform="translate\(10,20\)" d="M[^"]+" fill="#123456"\/>$/);
      const numbers = drawn.match(/-?[\d.]+(?=[,ALZ"])/g)?.map(Number) ?? [];
      expect(numbers).toContain(5);
    }
  });
});

test('the first line of a colour is whole, and six can be told apart', () => {
  expect(dashOf(0)).toEqual([]);
  expect(new Set([0, 1, 2, 3, 4, 5].map((dash) => String(dashOf(dash)))).size).toBe(6);
  expect(dashOf(-7)).toEqual(dashOf(1));
  expect(dashOf(Number.NaN)).toEqual([]);
});
