import type { Person } from './person.ts';
import { UserError } from './user-error.ts';

/** Who asks, and in which channel. */
export interface Asker {
  readonly who: Person;
  readonly channel: string;
}

/** Who may do what. A list holds ids of persons or channels, such as `slack:T1:U1`; no list lets everyone in. */
export interface AccessRules {
  readonly use?: readonly string[] | undefined;
  /** By command name, who else is needed to be on a list. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  /** By model id. */
  readonly models: Readonly<Record<string, readonly string[]>>;
}

interface WithAccess {
  readonly access: AccessRules;
}

/** @throws UserError where the configuration does not let this person or channel use the command or a model. */
export function checkAccess(
  config: WithAccess,
  asker: Asker,
  wanted: { readonly command?: string; readonly models?: readonly string[] },
): void {
  const { commands, models } = config.access;
  if (!isLetIn(config, asker)) throw denied('use the bot here');
  if (wanted.command !== undefined && !isListed(commands[wanted.command], asker)) {
    throw denied(`use “${wanted.command}”`);
  }
  for (const model of wanted.models ?? []) {
    if (!isListed(models[model], asker)) throw denied(`ask ${model}`);
  }
}

/** May this person or channel use the bot at all? */
export function isLetIn({ access }: WithAccess, asker: Asker): boolean {
  return isListed(access.use, asker);
}

/** Whoever sits at the machine itself may see every channel's runs; a chat sees its own. */
export function isOperator({ channel }: Pick<Asker, 'channel'>): boolean {
  return /^(local|terminal)(:|$)/.test(channel);
}

/** Who types commands on the machine itself, and so may name its files; a browser is not asked for who it is. */
export function sitsAtTerminal({ channel }: Pick<Asker, 'channel'>): boolean {
  return /^terminal(:|$)/.test(channel);
}

/** No list lets everyone in. */
function isListed(list: readonly string[] | undefined, asker: Asker): boolean {
  return list === undefined || list.includes(asker.who.id) || list.includes(asker.channel);
}

function denied(what: string): UserError {
  return new UserError(
    `You may not ${what}.`,
    'Whoever runs the bot can allow it under `access` in dramatis.yaml.',
    { code: 'not-allowed' },
  );
}
