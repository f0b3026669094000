import { colourOf } from './palette.ts';

export type ThemeName = 'light' | 'dark';

/** Colours of a picture's ground and of what stands on it, as `#rrggbb`. */
export interface Theme {
  readonly ground: string;
  readonly card: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly alarm: string;
}

/** Ink and muted text keep a contrast of 4.5 and more on the ground and on cards. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ground: '#ffffff',
    card: '#f5f6f8',
    line: '#d5d8de',
    ink: '#1c1d20',
    muted: '#5c616b',
    alarm: '#a3333d',
  },
  dark: {
    ground: '#1e1f24',
    card: '#2a2c33',
    line: '#464a54',
    ink: '#f1f2f4',
    muted: '#b0b5bf',
    alarm: '#ff9a8f',
  },
};

/** WCAG 2.2, 1.4.11: what carries meaning beside text. */
const LEAST_CONTRAST = 3;

/** A subject's colour, moved towards the ink just so far that it stands out from the ground. */
export function shade(index: number, { ground, ink }: Pick<Theme, 'ground' | 'ink'>): string {
  const { hex } = colourOf(index);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(hex, ink, share);
    if (contrast(mixed, ground) >= LEAST_CONTRAST) return mixed;
  }
  return ink;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}

function mix(hex: string, other: string, share: number): string {
  const theirs = channels(other);
  const mixed = channels(hex).map((own, index) => own + ((theirs[index] ?? own) - own) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour that is read best on a fill: the darkest ink or the lightest ground. */
export function inkOn(fill: string): string {
  const [light, dark] = [THEMES.light.ground, THEMES.light.ink];
  return contrast(light, fill) >= contrast(dark, fill) ? light : dark;
}
