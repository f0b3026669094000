import { readFileSync } from 'node:fs';

/** A call of the Web API as it came in. */
export interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface TwinMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  /** Every state that it had, this one included. */
  readonly versions: number;
}

export interface TwinFile {
  readonly id: string;
  readonly name: string;
  readonly alt: string | undefined;
  readonly length: number;
  readonly bytes?: Buffer | undefined;
  readonly channel?: string | undefined;
  readonly thread?: string | undefined;
  readonly complete?: boolean | undefined;
  /** How often files.info still says that it is being worked on; below zero once it said it is done. */
  readonly looksLeft: number;
}

/** How a call is to be answered instead of normally. */
export type Fault =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** All that the workspace knows. */
export interface Workspace {
  readonly team: string;
  readonly scopes: readonly string[];
  readonly channels: Set<string>;
  readonly messages: Map<string, TwinMessage>;
  readonly ephemerals: { readonly user: string; readonly text: string; readonly blocks: unknown }[];
  readonly views: Map<string, Readonly<Record<string, unknown>>>;
  readonly files: Map<string, TwinFile>;
  readonly usedTriggers: Set<string>;
  readonly responseUrls: Map<string, number>;
  readonly calls: Call[];
  readonly faults: Map<string, Fault[]>;
  /** What was rejected as Slack would, in words. Empty at the end of a test that asked for no fault. */
  readonly rejections: string[];
  next(): number;
}

const manifest = JSON.parse(
  readFileSync(new URL('../../../bots/slack/manifest.json', import.meta.url), 'utf8'),
);

/** A workspace with one channel, where the app has the permissions of its manifest. */
export function workspace(): Workspace {
  let counter = 0;
  return {
    team: 'T0TEAM',
    scopes: manifest.oauth_config.scopes.bot,
    channels: new Set(['C0GENERAL', 'D0DIRECT']),
    messages: new Map(),
    ephemerals: [],
    views: new Map(),
    files: new Map(),
    usedTriggers: new Set(),
    responseUrls: new Map(),
    calls: [],
    faults: new Map(),
    rejections: [],
    next: () => ++counter,
  };
}
