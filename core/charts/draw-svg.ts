import { createHash } from 'node:crypto';
import { altOf } from './figures.ts';
import { safe, safeLine } from './letters.ts';
import type { Picture } from './picture.ts';
import type { ChartKinds } from './registry.ts';
import { type Look, specOf } from './spec.ts';

/**
 * A picture as SVG with its words for those who cannot see it. Vega is loaded with the first
 * picture, since that takes a while; nothing is ever fetched.
 */
export async function drawSvg(picture: Picture, look: Look, kinds?: ChartKinds): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const logger = vega.logger(vega.None);
  const runtime = vega.parse(compile(specOf(picture, look, kinds), { logger }).spec);
  const view = new vega.View(runtime, { renderer: 'none', loader: NO_LOADER, logger });
  try {
    return described(await view.toSVG(), picture.title, altOf(picture, kinds));
  } finally {
    view.finalize();
  }
}

const refuse = () => Promise.reject(new Error('a picture loads nothing'));
const NO_LOADER = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** Adds the title and the alternative text. Ids are made of the content, so that a page may hold several. */
function described(svg: string, title: string, alt: string): string {
  const id = `picture-${createHash('sha256').update(svg).digest('hex').slice(0, 10)}`;
  const attributes = `role="img" aria-labelledby="${id}-title ${id}-desc"`;
  const words = `<title id="${id}-title">${escapeXml(safeLine(title))}</title><desc id="${id}-desc">${escapeXml(safe(alt))}</desc>`;
  return svg.replace(/^<svg ([^>]*)>/, (_, own: string) => `<svg ${attributes} ${own}>${words}`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
