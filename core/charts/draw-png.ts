import type { Node } from '@takumi-rs/core';
import { shapesSvg } from './draw-svg.ts';
import { draw, type PlacedText } from './drawing.ts';
import type { Picture } from './picture.ts';
import { directionOf } from './pixels.ts';
import { rasterise } from './raster.ts';
import type { ChartKinds } from './registry.ts';
import type { Point } from './shapes.ts';
import type { ThemeName } from './theme.ts';

/** Narrow on purpose: a chat shows it at half a screen's width, on a phone at the whole of it. */
const WIDTH = 420;

/**
 * A picture as PNG. The shapes are those of its SVG; its texts are set on top in fonts that know
 * other scripts than Latin, which a renderer of SVG alone would leave to the machine it runs on.
 */
export async function drawPng(
  picture: Picture,
  look: { readonly theme: ThemeName; readonly scale: number; readonly width?: number },
  kinds?: ChartKinds,
): Promise<Uint8Array> {
  const drawing = await draw(picture, { theme: look.theme, width: look.width ?? WIDTH }, kinds);
  const { texts, width, height, origin } = drawing;
  const shapes = Buffer.from(shapesSvg(drawing));
  const tree: Node = {
    type: 'container',
    style: { position: 'relative', width, height },
    children: [
      { type: 'image', src: shapes, width, height },
      ...texts.map((text) => textNode(text, origin)),
    ],
  };
  const text = texts.map((one) => one.text).join('');
  return rasterise(tree, { width, height, scale: look.scale, text });
}

/** Noto Sans: the baseline stands this share of the font size below the middle of the line. */
const BASELINE = 0.388;

/** Far wider than any text, so that a text is aligned by its box and never broken. */
const BOX = 4000;

function textNode(placed: PlacedText, origin: Point): Node {
  const { text, anchor, size, weight, fill } = placed;
  const line = size * 1.4;
  const x = origin.x + placed.x;
  const left = { start: x, middle: x - BOX / 2, end: x - BOX }[anchor];
  return {
    type: 'text',
    text,
    dir: directionOf(text),
    style: {
      position: 'absolute',
      left,
      top: origin.y + placed.y - line / 2 - size * BASELINE,
      width: BOX,
      textAlign: ({ start: 'left', middle: 'center', end: 'right' } as const)[anchor],
      whiteSpace: 'nowrap',
      fontSize: size,
      fontWeight: weight,
      lineHeight: `${line}px`,
      color: fill,
    },
  };
}
