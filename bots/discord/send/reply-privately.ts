import { MessageFlags, type REST, type RouteLike, Routes } from 'discord.js';
import type { Message } from '../../../core/views/view.ts';
import type { Acted } from '../receive/invocation.ts';
import { FALLBACK_LEVELS } from '../render/fallback-levels.ts';
import { facts } from './api-error.ts';
import { request, type SendContext, sendMessage } from './request.ts';

/** A message that only the person who acted sees. It goes through the interaction's token, which lives 15 minutes. */
export interface PrivateReply {
  /** True once Discord knows that we are at it. False where it was too late, or another process was first. */
  acknowledge(): Promise<boolean>;
  send(message: Message): Promise<void>;
  /** Takes the “thinking …” away where there was nothing to say. */
  remove(): Promise<void>;
}

export function createPrivateReply(interaction: Acted, sending: SendContext): PrivateReply {
  const { rest, log } = sending;
  const isCommand = interaction.isChatInputCommand();
  let sent = false;

  const acknowledge = () =>
    isCommand
      ? interaction.deferReply({ flags: MessageFlags.Ephemeral })
      : interaction.deferUpdate();

  return {
    async acknowledge() {
      try {
        await acknowledge();
        return true;
      } catch (error) {
        log.warn(
          { ...facts(error), interaction: interaction.id },
          'could not acknowledge, left it',
        );
        return false;
      }
    },
    async send(message) {
      sent = true;
      try {
        await sendMessage(sending, message, FALLBACK_LEVELS.post, (payload) =>
          isCommand
            ? request(rest, 'patch', replyRoute(interaction), payload, {}, false)
            : request(rest, 'post', hookRoute(interaction), payload, EPHEMERAL, false),
        );
      } catch (error) {
        // Not passed on to the dispatcher: all it could do is to reply privately, which has just failed.
        log.warn({ ...facts(error), interaction: interaction.id }, 'could not reply privately');
      }
    },
    async remove() {
      if (sent || !isCommand) return;
      await drop(rest, replyRoute(interaction)).catch((error) =>
        log.debug(facts(error), 'could not remove an acknowledgement'),
      );
    },
  };
}

const EPHEMERAL = { flags: MessageFlags.Ephemeral } as const;

const replyRoute = ({ applicationId, token }: Acted): RouteLike =>
  Routes.webhookMessage(applicationId, token, '@original');
const hookRoute = ({ applicationId, token }: Acted): RouteLike =>
  Routes.webhook(applicationId, token);

function drop(rest: REST, route: RouteLike): Promise<unknown> {
  return rest.delete(route, { auth: false });
}
