import type { OpenApp } from '../core/app/open.ts';
import { drawColumns, drawPng, drawSvg } from '../core/charts/on-demand.ts';
import { readEnvironment } from '../core/config/env.ts';
import { startLocal } from './browser/start.ts';
import { ENVIRONMENT as DISCORD_VARIABLES, discordSettings } from './discord/settings.ts';
import { startDiscord } from './discord/start.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Bot, Platform } from './platform.ts';
import { ENVIRONMENT as SLACK_VARIABLES, slackSettings } from './slack/settings.ts';
import { startSlack } from './slack/start.ts';

/** Twice the size of a page's pixels, so that a phone shows pictures sharp. */
const SCALE = 2;
/** Discord is dark for most people, and its pictures cannot follow the reader's theme. */
const DISCORD = { theme: 'dark', scale: SCALE } as const;

type Env = Readonly<Record<string, string | undefined>>;

/** A started platform; the local channel also lends its platform to the welcome. */
export type Started = Bot & { readonly platform?: Platform };

export interface Adapter {
  readonly name: string;
  /** Undefined where it is not configured. @throws UserError where it is, and does not start. */
  start(dispatcher: Dispatcher, env: Env, open: OpenApp): Promise<Started | undefined>;
}

/** Every platform, in the order in which they start. */
export const ADAPTERS: readonly Adapter[] = [
  {
    name: 'The local channel',
    start: async (dispatcher, env, { app, store }) => {
      const { local } = app.config();
      if (!local.enabled) return undefined;
      const port = readEnvironment(env).port ?? local.port;
      return startLocal(dispatcher, { port, store, drawSvg });
    },
  },
  {
    name: 'Slack',
    start: async (dispatcher, env) => {
      const settings = slackSettings(env);
      return (
        settings &&
        startSlack(dispatcher, settings, {
          drawPng: (picture, look) => drawPng(picture, { ...look, scale: SCALE }),
        })
      );
    },
  },
  {
    name: 'Discord',
    start: async (dispatcher, env) => {
      const settings = discordSettings(env);
      return (
        settings &&
        startDiscord(dispatcher, settings, {
          drawPicture: (picture) => drawPng(picture, DISCORD),
          drawColumns: (block) => drawColumns(block, DISCORD),
        })
      );
    },
  },
];

/** Every environment variable that an platform reads. */
export const ADAPTER_VARIABLES: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'DRAMATIS_NAME', about: 'your name in the local channel' },
  ...SLACK_VARIABLES,
  ...DISCORD_VARIABLES,
];
