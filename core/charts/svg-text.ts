/** A line of text where it stands: `x` by its anchor, `y` at its baseline, in pixels. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
}

export interface Taken {
  /** The SVG without its texts. */
  readonly marks: string;
  readonly texts: readonly PlacedText[];
  readonly width: number;
  readonly height: number;
}

const TAG = /<(\/?)(g|text|tspan)((?:\s[^>]*)?)>([^<]*)/g;

/**
 * Takes the texts out of an SVG as Vega writes it: groups and texts that are moved, never turned,
 * and lines of a text as `tspan`, each a `dy` below the one before.
 */
export function takeTexts(svg: string): Taken {
  const texts: PlacedText[] = [];
  const moves: Point[] = [{ x: 0, y: 0 }];
  let current: Omit<PlacedText, 'text'> | undefined;
  for (const [, closing, tag, attributes = '', content = ''] of svg.matchAll(TAG)) {
    if (tag === 'g') {
      if (closing) moves.pop();
      else moves.push(moved(moves.at(-1), attributes));
    } else if (closing) {
      if (tag === 'text') current = undefined;
    } else {
      current =
        tag === 'text'
          ? style(moved(moves.at(-1), attributes), attributes)
          : below(current, attributes);
      const hidden = attribute(attributes, 'opacity') === '0';
      const text = unescapeXml(content);
      if (current !== undefined && text !== '' && !hidden) texts.push({ ...current, text });
    }
  }
  return {
    marks: svg.replaceAll(/<text[\s>].*?<\/text>/gs, ''),
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
  const weight = attribute(attributes, 'font-weight');
  return {
    ...at,
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    size: Number.parseFloat(attribute(attributes, 'font-size') ?? '12'),
    weight: weight === 'bold' ? 700 : Number(weight ?? 400),
    fill: attribute(attributes, 'fill') ?? '#000',
  };
}

function below<T extends Point>(text: T | undefined, attributes: string): T | undefined {
  return text && { ...text, y: text.y + Number(attribute(attributes, 'dy') ?? 0) };
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
