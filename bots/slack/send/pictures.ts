import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { altOf } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { sanitiseShown } from '../../../core/text/sanitise.ts';
import { truncateCodePoints } from '../../../core/text/truncate.ts';
import type { View } from '../../../core/views/view.ts';
import { createLru } from '../../lru.ts';
import { LIMITS } from '../limits.ts';
import { chartOf } from '../render/chart.ts';
import { keep, type Upload } from './files.ts';

export type DrawPng = (
  picture: Picture,
  options: { readonly theme: 'light' | 'dark' },
) => Promise<Uint8Array>;

/** A picture drawn; `id` is there when it can stand in an image block. */
export interface DrawnPicture {
  readonly picture: Picture;
  readonly file: Upload;
  readonly id?: string | undefined;
}

/** Draws and uploads the pictures of views, each once. */
export interface Pictures {
  /** Never rejects. Missing is what could not be drawn, and what Slack draws itself. */
  of(view: View): Promise<readonly DrawnPicture[]>;
}

/**
 * Slack works on an uploaded image for a while, and rejects a message that shows it before:
 * https://github.com/slackapi/node-slack-sdk/issues/1865. These are the milliseconds between looks.
 */
const LOOKS_MS = [0, 300, 700, 1500];
const KEPT = 50;

export function createPictures(
  client: WebClient,
  log: Logger,
  draw: DrawPng | undefined,
): Pictures {
  const known = createLru<string, Promise<Omit<DrawnPicture, 'picture'> | undefined>>(KEPT);
  if (!draw) return { of: async () => [] };

  return {
    async of(view) {
      if (view.state === 'running') return [];
      const found = view.blocks.map(async (block) => {
        if (block.kind !== 'picture' || chartOf(block.picture)) return undefined;
        const drawn = await once(block.picture);
        return drawn && { ...drawn, picture: block.picture };
      });
      return (await Promise.all(found)).filter((one) => one !== undefined);
    },
  };

  function once(picture: Picture) {
    const key = createHash('sha256').update(JSON.stringify(picture)).digest('hex');
    const before = known.get(key);
    if (before) return before;
    const drawing = make(picture).catch((error: unknown) => {
      log.warn({ err: error }, 'a picture could not be drawn for Slack');
      known.delete(key);
      return undefined;
    });
    known.set(key, drawing);
    return drawing;
  }

  async function make(picture: Picture): Promise<Omit<DrawnPicture, 'picture'>> {
    const content = await draw?.(picture, { theme: 'light' });
    if (!content) throw new TypeError('nothing was drawn');
    const alt = truncateCodePoints(sanitiseShown(altOf(picture)), LIMITS.imageAlt.max);
    const file: Upload = { name: 'comparison.png', content, alt };
    try {
      const id = await keep(client, file);
      return { file, id: (await isReady(id)) ? id : undefined };
    } catch (error) {
      log.warn({ err: error }, 'a picture could not be uploaded to Slack');
      return { file };
    }
  }

  async function isReady(id: string): Promise<boolean> {
    for (const ms of LOOKS_MS) {
      await delay(ms);
      const { file } = await client.files.info({ file: id });
      if (file?.mimetype) return true;
    }
    return false;
  }
}
