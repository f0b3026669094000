import { readFile } from 'node:fs/promises';
import type { Node, Renderer } from '@takumi-rs/core';
import { FAMILY_NAMES, type FontFile, filesFor } from './fonts.ts';

export interface Raster {
  /** CSS pixels; without a height, the content's own. */
  readonly width: number;
  readonly height?: number | undefined;
  /** Pixels of the image for each CSS pixel. */
  readonly scale: number;
  /** All text that stands in the tree, for the fonts that it needs. */
  readonly text: string;
}

/** Makes PNG images of trees of boxes, in real fonts. The work is done off this thread. */
export interface Rasteriser {
  rasterise(tree: Node, raster: Raster): Promise<Uint8Array>;
  /** The number of files of fonts that are held. */
  fonts(): number;
}

/** A renderer and the files that it has been given, which it never gives back. */
interface Equipped {
  readonly renderer: Promise<Renderer>;
  readonly fonts: Map<string, Promise<unknown>>;
}

/** Bytes of decoded images; small, since no picture has an image in it that another picture has too. */
const CACHE = 1_000_000;
/** The files of Latin, symbols and emoji are seven, those of a page of Chinese fifty or so. */
const MOST_FONTS = 80;

/** @param mostFonts files of fonts; beyond them it begins anew, with the next picture */
export function createRasteriser(mostFonts: number = MOST_FONTS): Rasteriser {
  let equipped: Equipped | undefined;
  return {
    rasterise: async (tree, raster) => {
      if (equipped === undefined || equipped.fonts.size > mostFonts) {
        equipped = { renderer: openRenderer(), fonts: new Map() };
      }
      const { renderer, fonts } = equipped;
      const takumi = await renderer;
      await Promise.all(filesFor(raster.text).map((file) => load(takumi, fonts, file)));
      return takumi.render(tree, {
        width: Math.round(raster.width * raster.scale),
        ...(raster.height === undefined
          ? {}
          : { height: Math.round(raster.height * raster.scale) }),
        devicePixelRatio: raster.scale,
        fontFamilies: [...FAMILY_NAMES],
        format: 'png',
      });
    },
    fonts: () => equipped?.fonts.size ?? 0,
  };
}

export const { rasterise } = createRasteriser();

async function openRenderer(): Promise<Renderer> {
  const takumi = await import('@takumi-rs/core');
  return new takumi.Renderer({ cacheMaxBytes: CACHE });
}

/** Once for each renderer, whoever asks first. A file that cannot be read is tried again. */
function load(
  takumi: Renderer,
  fonts: Map<string, Promise<unknown>>,
  { family, path, ranges }: FontFile,
): Promise<unknown> {
  const before = fonts.get(path);
  if (before !== undefined) return before;
  const loading = readFile(path)
    .then((data) =>
      takumi.registerFont({
        name: family,
        data,
        unicodeRange: ranges.map(([first, last]): [number, number] => [first, last]),
      }),
    )
    .catch((error: unknown) => {
      fonts.delete(path);
      throw error;
    });
  fonts.set(path, loading);
  return loading;
}
