import { createHash } from 'node:crypto';
import { sanitisePicture, sanitisePictureLine } from '../text/sanitise-picture.ts';
import { type Drawing, draw, type Look, type PlacedText } from './drawing.ts';
import { altOf } from './figures.ts';
import type { Picture } from './picture.ts';
import type { ChartKinds } from './registry.ts';

const FONT = 'system-ui, "Noto Sans", sans-serif';

/** A picture as SVG with its words for those who cannot see it. */
export async function drawSvg(picture: Picture, look: Look, kinds?: ChartKinds): Promise<string> {
  const drawing = await draw(picture, look, kinds);
  const content = contentOf(drawing, drawing.texts);
  // Made of the content, so that a page may hold several pictures.
  const id = `picture-${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
  const words =
    `<title id="${id}-title">${escapeXml(sanitisePictureLine(picture.title))}</title>` +
    `<desc id="${id}-desc">${escapeXml(sanitisePicture(altOf(picture, kinds)))}</desc>`;
  const attributes = `role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${escapeXml(FONT)}"`;
  return document(drawing, attributes, words + content);
}

/** A drawing's shapes alone, without its texts. */
export const shapesSvg = (drawing: Drawing): string =>
  document(drawing, '', contentOf(drawing, []));

function document({ width, height }: Drawing, attributes: string, content: string): string {
  return (
    `<svg ${attributes} xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}">${content}</svg>`
  );
}

function contentOf(drawing: Drawing, texts: readonly PlacedText[]): string {
  const { width, height, ground, origin, shapes } = drawing;
  return (
    `<rect width="${width}" height="${height}" fill="${ground}"/>` +
    `<g fill="none" transform="translate(${origin.x},${origin.y})">` +
    `${shapes.join('')}${texts.map(textElement).join('')}</g>`
  );
}

function textElement({ text, x, y, anchor, size, weight, fill }: PlacedText): string {
  return (
    `<text text-anchor="${anchor}" transform="translate(${x},${y})" font-size="${size}px" ` +
    `font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
