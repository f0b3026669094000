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

/** Small, since no picture has an image in it that another picture has too. */
const CACHE = 1_000_000;

let renderer: Promise<Renderer> | undefined;
const loaded = new Map<string, Promise<unknown>>();

/** A tree of boxes as PNG, in real fonts. The work is done off this thread. */
export async function rasterise(tree: Node, raster: Raster): Promise<Uint8Array> {
  renderer ??= import('@takumi-rs/core').then(
    (takumi) => new takumi.Renderer({ cacheMaxBytes: CACHE }),
  );
  const takumi = await renderer;
  await Promise.all(filesFor(raster.text).map((file) => load(takumi, file)));
  return takumi.render(tree, {
    width: Math.round(raster.width * raster.scale),
    ...(raster.height === undefined ? {} : { height: Math.round(raster.height * raster.scale) }),
    devicePixelRatio: raster.scale,
    fontFamilies: [...FAMILY_NAMES],
    format: 'png',
  });
}

/** Once in the life of the process, whoever asks first. A file that cannot be read is tried again. */
function load(takumi: Renderer, { family, path, ranges }: FontFile): Promise<unknown> {
  const before = loaded.get(path);
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
      loaded.delete(path);
      throw error;
    });
  loaded.set(path, loading);
  return loading;
}
