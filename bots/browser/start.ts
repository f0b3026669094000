import { drawSvg } from '../../core/charts/on-demand.ts';
import type { PlatformDeclaration } from '../platform.ts';
import { readSettings, VARIABLES } from './settings.ts';

export const declaration: PlatformDeclaration = {
  name: 'The local channel',
  variables: VARIABLES,
  start: async ({ dispatcher, store, env }) => {
    const settings = readSettings(env, dispatcher.app.config().local);
    if (!settings) return undefined;
    const { connectBrowser } = await import('./receive/connect.ts');
    return connectBrowser(dispatcher, settings, { store, drawSvg });
  },
};
