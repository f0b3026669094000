import { drawColumns, drawPng } from '../../core/charts/on-demand.ts';
import type { PlatformDeclaration } from '../platform.ts';
import { readSettings, VARIABLES } from './settings.ts';

/**
 * Discord is dark for most people, and its pictures cannot follow the reader's theme. Twice the size of
 * a page's pixels, so that a phone shows them sharp.
 */
const LOOK = { theme: 'dark', scale: 2 } as const;

export const declaration: PlatformDeclaration = {
  name: 'Discord',
  variables: VARIABLES,
  start: async ({ dispatcher, env }) => {
    const settings = readSettings(env);
    if (!settings) return undefined;
    const { connectDiscord } = await import('./receive/connect.ts');
    return connectDiscord(dispatcher, settings, {
      drawPicture: (picture) => drawPng(picture, LOOK),
      drawColumns: (block) => drawColumns(block, LOOK),
    });
  },
};
