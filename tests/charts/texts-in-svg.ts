import type { PlacedText } from '../../core/charts/drawing.ts';

/** The texts of an SVG with their places in the whole picture. */
export interface TextsInSvg {
  readonly texts: readonly PlacedText[];
  readonly width: number;
  readonly height: number;
}

const TAG = /<(\/?)(g|text)((?:\s[^>]*)?)>([^<]*)/g;

/** Reads groups and texts that are moved and never turned, which is all that a picture has. */
export function takeTexts(svg: string): TextsInSvg {
  const texts: PlacedText[] = [];
  const moves: Point[] = [{ x: 0, y: 0 }];
  for (const [, closing, tag, attributes = '', content = ''] of svg.matchAll(TAG)) {
    if (tag === 'g') {
      if (closing) moves.pop();
      else moves.push(moved(moves.at(-1), attributes));
    } else if (!closing) {
      texts.push({
        ...style(moved(moves.at(-1), attributes), attributes),
        text: unescapeXml(content),
      });
    }
  }
  return {
    texts,
    width: Number(attribute(svg, 'width') ?? 0),
    height: Number(attribute(svg, 'height') ?? 0),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function moved(from: Point | undefined, attributes: string): Point {
  const [, x = '0', y = '0'] = /translate\(([-\d.e]+),\s*([-\d.e]+)\)/.exec(attributes) ?? [];
  return { x: (from?.x ?? 0) + Number(x), y: (from?.y ?? 0) + Number(y) };
}

function style(at: Point, attributes: string): Omit<PlacedText, 'text'> {
  const anchor = attribute(attributes, 'text-anchor');
  return {
    ...at,
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    size: Number.parseFloat(attribute(attributes, 'font-size') ?? '12'),
    weight: Number(attribute(attributes, 'font-weight') ?? 400),
    fill: attribute(attributes, 'fill') ?? '#000',
  };
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
