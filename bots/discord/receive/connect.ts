import {
  type Client,
  Events,
  OAuth2Scopes,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Logger } from 'pino';
import { offered } from '../../../core/command-line/offered.ts';
import { plural } from '../../../core/text/plural.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Bot } from '../../platform.ts';
import { longLines } from '../render/actions.ts';
import type { Drawers } from '../render/drawing.ts';
import { facts, hasCode } from '../send/api-error.ts';
import { explainError } from '../send/explain-error.ts';
import { discordPlatform } from '../send/platform.ts';
import type { SendContext } from '../send/request.ts';
import type { DiscordSettings } from '../settings.ts';
import { commandBody } from './declare-command.ts';
import { listen } from './listen.ts';
import { register } from './register-command.ts';
import { openTransport } from './transport.ts';

/** The permissions that the bot needs in a channel, as the invite link asks for them. */
export const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.EmbedLinks,
] as const;

/** Connects to Discord, registers /probe and goes on with interrupted runs. @throws UserError with the next step */
export async function connectDiscord(
  dispatcher: Dispatcher,
  settings: DiscordSettings,
  drawers: Drawers = {},
): Promise<Bot> {
  const log = dispatcher.app.log.child({ bot: 'discord' });
  const { client, close } = await openTransport(settings, log);
  try {
    const sending: SendContext = { rest: client.rest, drawers, lines: longLines(), log };
    const platform = discordPlatform(client.application.id, sending);
    // At once: what was typed while we connected is waiting to be acknowledged.
    const stopListening = listen(client, dispatcher, platform, sending);
    await registerCommand(client, dispatcher, settings, log);
    await dispatcher.adopt(platform);
    return {
      platform,
      banner: bannerFor(client),
      async stop() {
        await stopListening();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw explainError(error);
  }
}

/** Registers /probe; where the one server has not invited the bot yet, as soon as it does. */
async function registerCommand(
  client: Client<true>,
  dispatcher: Dispatcher,
  { guildId }: DiscordSettings,
  log: Logger,
): Promise<void> {
  const scope = { applicationId: client.application.id, guildId };
  const body = commandBody(offered(dispatcher.app.commands, false).values());
  const write = async () => {
    const outcome = await register(client.rest, scope, body);
    log.info({ outcome, guildId }, 'discord: /probe registered');
  };
  try {
    await write();
  } catch (error) {
    if (!guildId || !hasCode(error, RESTJSONErrorCodes.MissingAccess)) throw error;
    log.warn({ guildId }, 'discord: the bot is not in the server of DISCORD_GUILD_ID; invite it');
    client.on(Events.GuildCreate, ({ id }) => {
      if (id === guildId) write().catch((error) => log.error(facts(error), 'not registered'));
    });
  }
}

function bannerFor(client: Client<true>): string {
  const { size } = client.guilds.cache;
  const servers = plural(size, 'server');
  return `Discord: ${client.user.username} in ${servers}, /probe. Invite: ${inviteLink(client)}`;
}

function inviteLink({ application }: Client<true>): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.search = new URLSearchParams({
    client_id: application.id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PERMISSIONS.reduce((all, one) => all | one, 0n).toString(),
  }).toString();
  return link.href;
}
