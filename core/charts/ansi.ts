import { channels, shade, THEMES } from './theme.ts';

/**
 * A text in a subject's colour, of the 256 that nearly every terminal has. The shade is that for a
 * dark ground, which can be seen on a light one too.
 */
export function paint(text: string, colour: number): string {
  const [red = 0, green = 0, blue = 0] = channels(shade(colour, THEMES.dark)).map(level);
  return `\u001B[38;5;${16 + 36 * red + 6 * green + blue}m${text}\u001B[39m`;
}

/** The nearest of the six levels that the colour cube has for each channel: 0, 95, 135, 175, 215, 255. */
function level(channel: number): number {
  return channel < 48 ? 0 : channel < 115 ? 1 : Math.floor((channel - 35) / 40);
}
