/** Drawers of pictures, each loaded with the first picture that asks for it: fonts and a rasteriser are heavy. */

type DrawSvg = typeof import('./draw-svg.ts').drawSvg;
type DrawPng = typeof import('./draw-png.ts').drawPng;
type DrawColumns = typeof import('./columns.ts').drawColumns;

export const drawSvg = async (...given: Parameters<DrawSvg>): Promise<string> =>
  (await import('./draw-svg.ts')).drawSvg(...given);

export const drawPng = async (...given: Parameters<DrawPng>): Promise<Uint8Array> =>
  (await import('./draw-png.ts')).drawPng(...given);

export const drawColumns = async (...given: Parameters<DrawColumns>): Promise<Uint8Array> =>
  (await import('./columns.ts')).drawColumns(...given);
