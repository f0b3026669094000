import { drawPng } from '../../core/charts/on-demand.ts';
import type { PlatformDeclaration } from '../platform.ts';
import { readSettings, VARIABLES } from './settings.ts';

/** Twice the size of a page's pixels, so that a phone shows pictures sharp. */
const SCALE = 2;

export const declaration: PlatformDeclaration = {
  name: 'Slack',
  variables: VARIABLES,
  start: async ({ dispatcher, env }) => {
    const settings = readSettings(env);
    if (!settings) return undefined;
    const { connectSlack } = await import('./receive/connect.ts');
    return connectSlack(dispatcher, settings, {
      drawPng: (picture, look) => drawPng(picture, { ...look, scale: SCALE }),
    });
  },
};
