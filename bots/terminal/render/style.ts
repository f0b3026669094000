import { styleText } from 'node:util';
import { paint } from '../../../core/charts/ansi.ts';

type Paint = (text: string) => string;

/** How parts of a view are set off. Each paints one line, and without colour does nothing. */
export interface Style {
  readonly strong: Paint;
  readonly muted: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly command: Paint;
  /** In the colour of the subject with this palette index, the same as in pictures. */
  readonly subject: (colour: number, text: string) => string;
}

export function style(colour: boolean): Style {
  const styled =
    (format: Parameters<typeof styleText>[0]): Paint =>
    (text) =>
      colour && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: styled('bold'),
    muted: styled('dim'),
    good: styled('green'),
    bad: styled('red'),
    command: styled('cyan'),
    subject: (index, text) => (colour && text !== '' ? paint(text, index) : text),
  };
}
