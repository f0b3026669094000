import { Renderer } from '@takumi-rs/core';

/** A decoded image, four bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `#rrggbbaa` at a place, counted from the upper left corner. */
  at(x: number, y: number): string;
  /** How many pixels have each colour. */
  counts(): ReadonlyMap<string, number>;
}

const SIGNATURE = '89504e470d0a1a0a';

/** Width and height of a PNG, from its header. */
export function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const bytes = Buffer.from(png);
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('this is no PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const renderer = new Renderer();

export async function decodePng(png: Uint8Array): Promise<Pixels> {
  const { width, height } = sizeOf(png);
  const image = { type: 'image', src: Buffer.from(png), width, height } as const;
  const raw = await renderer.render(image, { width, height, format: 'raw' });
  const at = (x: number, y: number): string =>
    `#${raw.toString('hex', 4 * (y * width + x), 4 * (y * width + x + 1))}`;
  return {
    width,
    height,
    at,
    counts: () => {
      const counts = new Map<string, number>();
      for (let index = 0; index < width * height; index++) {
        const colour = at(index % width, Math.floor(index / width));
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return counts;
    },
  };
}
