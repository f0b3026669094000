/** A place in CSS pixels, counted from the upper left corner of the plot. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Stroke {
  readonly stroke: string;
  readonly width?: number;
  /** Pixels on and off; none: a whole line. */
  readonly dash?: readonly number[];
  readonly round?: boolean;
  readonly opacity?: number;
}

export interface Fill {
  readonly fill: string;
  /** An outline, one pixel wide unless `width` says more. */
  readonly stroke?: string;
  readonly width?: number;
  readonly opacity?: number;
}

/** A straight line as an SVG element. */
export function line(from: Point, to: Point, style: Stroke): string {
  return element('line', {
    transform: moved(from),
    x2: to.x - from.x,
    y2: to.y - from.y,
    ...strokeOf(style),
  });
}

/** Points joined by straight lines. */
export function polyline(points: readonly Point[], style: Stroke): string {
  return element('path', { d: joined(points), 'stroke-linejoin': 'round', ...strokeOf(style) });
}

/** The area between two lines over the same points, the second from its end. */
export function polygon(points: readonly Point[], style: Fill): string {
  return element('path', { d: `${joined(points)}Z`, ...fillOf(style) });
}

export function rectangle(from: Point, to: Point, style: Fill): string {
  const [width, height] = [to.x - from.x, to.y - from.y];
  return element('path', {
    d: `M${from.x},${from.y}h${width}v${height}h${-width}Z`,
    ...fillOf(style),
  });
}

/** @param area in square pixels; symbols of one area weigh the same to the eye */
export function symbol(shape: Shape, at: Point, area: number, style: Fill): string {
  return element('path', {
    transform: moved(at),
    d: OUTLINES[shape](Math.sqrt(area) / 2),
    ...fillOf(style),
  });
}

/** Outlines around 0, 0 by half of the square's side. */
const OUTLINES = {
  circle: (r: number) => {
    const [right, left, arc] = [round(r), round(-r), `A${round(r)},${round(r)},0,1,1,`];
    return `M${right},0${arc}${left},0${arc}${right},0`;
  },
  square: (r: number) => outline([-r, -r], [r, -r], [r, r], [-r, r]),
  diamond: (r: number) => outline([-r, 0], [0, -r], [r, 0], [0, r]),
  'triangle-up': (r: number) => outline([0, -r * RISE], [r, r * RISE], [-r, r * RISE]),
  'triangle-down': (r: number) => outline([0, r * RISE], [-r, -r * RISE], [r, -r * RISE]),
  cross: (r: number) => {
    const s = r / 2.5;
    return outline(
      ...[[-r, -s] as const, [-s, -s] as const, [-s, -r] as const, [s, -r] as const],
      ...[[s, -s] as const, [r, -s] as const, [r, s] as const, [s, s] as const],
      ...[[s, r] as const, [-s, r] as const, [-s, s] as const, [-r, s] as const],
    );
  },
} as const;

export type Shape = keyof typeof OUTLINES;

/** Half the height of a triangle, by half of its foot. */
const RISE = Math.sqrt(3) / 2;

function outline(...corners: readonly (readonly [x: number, y: number])[]): string {
  return `${joined(corners.map(([x, y]) => ({ x, y })))}Z`;
}

const joined = (points: readonly Point[]): string => `M${points.map(place).join('L')}`;

const moved = ({ x, y }: Point): string => `translate(${x},${y})`;

const place = ({ x, y }: Point): string => `${round(x)},${round(y)}`;

/** A thousandth of a pixel is finer than any screen, and an outline has many numbers. */
const round = (pixels: number): number => Math.round(pixels * 1000) / 1000;

function strokeOf({ stroke, width, dash = [], round: cap, opacity }: Stroke): Attributes {
  return {
    stroke,
    'stroke-width': width,
    'stroke-linecap': cap ? 'round' : undefined,
    'stroke-dasharray': dash.length === 0 ? undefined : dash.join(','),
    opacity,
  };
}

function fillOf({ fill, stroke, width, opacity }: Fill): Attributes {
  return { fill, stroke, 'stroke-width': width, opacity };
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element of this program's own words and numbers; texts from outside never go in here. */
function element(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [` ${key}="${value}"`];
  });
  return `<${name}${written.join('')}/>`;
}
