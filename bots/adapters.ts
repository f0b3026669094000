import type { OpenLab } from '../core/assemble.ts';
import { drawColumns } from '../core/charts/columns.ts';
import { drawPng } from '../core/charts/png.ts';
import { drawSvg } from '../core/charts/svg.ts';
import { readEnvironment } from '../core/config/env.ts';
import type { Desk } from './desk.ts';
import { ENVIRONMENT as DISCORD_VARIABLES, discordSettings } from './discord/settings.ts';
import { startDiscord } from './discord/start.ts';
import { startLocal } from './local/start.ts';
import type { Bot, Port } from './port.ts';
import { ENVIRONMENT as SLACK_VARIABLES, slackSettings } from './slack/settings.ts';
import { startSlack } from './slack/start.ts';

/** Twice the size of a page's pixels, so that a phone shows pictures sharp. */
const SCALE = 2;
/** Discord is dark for most people, and its pictures cannot follow the reader's theme. */
const DISCORD = { theme: 'dark', scale: SCALE } as const;

type Env = Readonly<Record<string, string | undefined>>;

/** A started adapter; the local channel also lends its port to the welcome. */
export type Started = Bot & { readonly port?: Port };

export interface Adapter {
  readonly name: string;
  /** Undefined where it is not configured. @throws Problem where it is, and does not start. */
  start(desk: Desk, env: Env, open: OpenLab): Promise<Started | undefined>;
}

/** Every platform, in the order in which they start. */
export const ADAPTERS: readonly Adapter[] = [
  {
    name: 'The local channel',
    start: async (desk, env, { lab, store }) => {
      const { local } = lab.config();
      if (!local.enabled) return undefined;
      const port = readEnvironment(env).port ?? local.port;
      return startLocal(desk, { port, store, drawSvg });
    },
  },
  {
    name: 'Slack',
    start: async (desk, env) => {
      const settings = slackSettings(env);
      return (
        settings &&
        startSlack(desk, settings, {
          drawPng: (picture, look) => drawPng(picture, { ...look, scale: SCALE }),
        })
      );
    },
  },
  {
    name: 'Discord',
    start: async (desk, env) => {
      const settings = discordSettings(env);
      return (
        settings &&
        startDiscord(desk, settings, {
          drawPicture: (picture) => drawPng(picture, DISCORD),
          drawColumns: (block) => drawColumns(block, DISCORD),
        })
      );
    },
  },
];

/** Every environment variable that an adapter reads. */
export const ADAPTER_VARIABLES: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'DRAMATIS_NAME', about: 'your name in the local channel' },
  ...SLACK_VARIABLES,
  ...DISCORD_VARIABLES,
];
