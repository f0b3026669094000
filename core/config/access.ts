import type { Person } from '../domain/person.ts';
import { UserError } from '../domain/user-error.ts';
import type { Config } from './types.ts';

export interface Asker {
  readonly who: Person;
  readonly channel: string;
}

/** @throws UserError where the configuration does not let this person or channel use the command or a model. */
export function checkAccess(
  config: Config,
  asker: Asker,
  wanted: { readonly command?: string; readonly models?: readonly string[] },
): void {
  const { commands, models } = config.access;
  if (!isLetIn(config, asker)) throw denied('use the bot here');
  if (wanted.command !== undefined && !listed(commands[wanted.command], asker)) {
    throw denied(`use “${wanted.command}”`);
  }
  for (const model of wanted.models ?? []) {
    if (!listed(models[model], asker)) throw denied(`ask ${model}`);
  }
}

/** Whether this person or channel may use the bot at all. */
export function isLetIn(config: Config, asker: Asker): boolean {
  return listed(config.access.use, asker);
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
function listed(list: readonly string[] | undefined, asker: Asker): boolean {
  return list === undefined || list.includes(asker.who.id) || list.includes(asker.channel);
}

function denied(what: string): UserError {
  return new UserError(
    `You may not ${what}.`,
    'Whoever runs the bot can allow it under `access` in dramatis.yaml.',
  );
}
