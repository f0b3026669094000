import { expect, test } from 'vitest';
import { PALETTE } from '../../core/charts/palette.ts';
import { contrast, shade, THEMES, type ThemeName } from '../../core/charts/theme.ts';

const names: readonly ThemeName[] = ['light', 'dark'];

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(names)('in the %s theme text can be read on the ground and on cards', (name) => {
  const { ground, card, ink, muted, alarm } = THEMES[name];
  for (const text of [ink, muted, alarm]) {
    for (const behind of [ground, card]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(names)(
  'in the %s theme every subject stands out, and each differs from the others',
  (name) => {
    const shades = PALETTE.map((_, index) => shade(index, THEMES[name]));
    for (const one of shades) expect(contrast(one, THEMES[name].ground)).toBeGreaterThanOrEqual(3);
    expect(new Set(shades).size).toBe(PALETTE.length);
  },
);

test('a colour that stands out as it is stays as it is', () => {
  expect(shade(0, THEMES.light)).toBe(PALETTE[0].hex.toLowerCase());
});
