/** What the twin knows: one application, one server, its channels and what was sent to them. */
export interface World {
  readonly application: string;
  readonly bot: string;
  readonly person: string;
  readonly guild: string;
  readonly token: string;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Stored>;
  readonly interactions: Map<string, Opened>;
  /** By scope: `global`, or a server's id. */
  readonly commands: Map<string, Registered[]>;
  /** The bot is in its server. */
  joined: boolean;
  next(): string;
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly parent?: string;
  archived: boolean;
  locked: boolean;
  /** What the bot may not do here. */
  readonly denied: Set<'view' | 'send' | 'thread'>;
}

export interface File {
  readonly name: string;
  readonly size: number;
  readonly text: string;
}

export type Body = Readonly<Record<string, unknown>>;

/** A message as it stands, with all the bodies that made it. */
export interface Stored {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string | undefined;
  readonly ephemeral: boolean;
  body: Body;
  files: readonly File[];
  edits: number;
  deleted: boolean;
}

export interface Opened {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channel: string;
  /** The type of the callback that acknowledged it. */
  acknowledged?: number;
  choices?: readonly { readonly name: string; readonly value: string }[];
  /** The person's own reply. */
  original?: Stored;
  readonly followUps: Stored[];
}

export interface Registered {
  readonly id: string;
  readonly body: Body;
}

export const TEXT = 0;
export const DIRECT = 1;
export const THREAD = 11;

/** A bot's token in the right shape for an application id; signed by nobody. */
export function tokenFor(application: string): string {
  return `${Buffer.from(application).toString('base64url')}.GAbCdE.${'x'.repeat(38)}`;
}

export function createWorld(): World {
  let last = 100_000_000_000_000_000n;
  const next = () => String(++last);
  const application = next();
  const guild = next();
  return {
    application,
    bot: application,
    person: next(),
    guild,
    token: tokenFor(application),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    joined: true,
    next,
  };
}

export function addChannel(
  world: World,
  name: string,
  type: number = TEXT,
  more: { readonly parent?: string; readonly id?: string } = {},
): Channel {
  const { id = world.next(), ...rest } = more;
  const channel: Channel = {
    id,
    type,
    name,
    archived: false,
    locked: false,
    denied: new Set(),
    ...rest,
  };
  world.channels.set(id, channel);
  return channel;
}
