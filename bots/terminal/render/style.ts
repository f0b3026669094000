import { styleText } from 'node:util';
import { colourOf, type PALETTE } from '../../../core/charts/palette.ts';

type Paint = (text: string) => string;

/** How parts of a view are set off. Each paints one line, and without colour does nothing. */
export interface Style {
  readonly strong: Paint;
  readonly muted: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly command: Paint;
  /** In the colour of the subject with this palette index. */
  readonly subject: (colour: number, text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

/** A terminal's own colours, which its owner has made readable; the palette's names come nearest. */
const SUBJECTS: Readonly<Record<(typeof PALETTE)[number]['name'], Format>> = {
  blue: 'blueBright',
  orange: 'yellow',
  green: 'green',
  purple: 'magentaBright',
  amber: 'yellowBright',
  sky: 'cyanBright',
  red: 'redBright',
  grey: 'gray',
};

export function style(colour: boolean): Style {
  const paint =
    (format: Format): Paint =>
    (text) =>
      colour && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: paint('bold'),
    muted: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    command: paint('cyan'),
    subject: (index, text) =>
      paint(['bold', SUBJECTS[colourOf(index).name]].flat() as Format)(text),
  };
}
