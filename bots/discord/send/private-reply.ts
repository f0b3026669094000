import { MessageFlags, type REST, type RouteLike, Routes } from 'discord.js';
import type { Message } from '../../../core/views/view.ts';
import type { Acted } from '../receive/invocation.ts';
import { LADDER } from '../render/message.ts';
import { facts } from './api-error.ts';
import { type Outbox, request, sendDown } from './outbox.ts';

/** What only the person who acted sees. It goes through the interaction's token, which lives 15 minutes. */
export interface Answer {
  /** True once Discord knows that we are at it. False where it was too late, or another process was first. */
  acknowledge(): Promise<boolean>;
  tell(message: Message): Promise<void>;
  /** Takes the “thinking …” away where there was nothing to tell. */
  finish(): Promise<void>;
}

export function answerTo(interaction: Acted, outbox: Outbox): Answer {
  const { rest, log } = outbox;
  const isCommand = interaction.isChatInputCommand();
  let told = false;

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
    async tell(message) {
      told = true;
      try {
        await sendDown(outbox, message, LADDER.post, (payload) =>
          isCommand
            ? request(rest, 'patch', replyRoute(interaction), payload, {}, false)
            : request(rest, 'post', hookRoute(interaction), payload, EPHEMERAL, false),
        );
      } catch (error) {
        // The dispatcher is not told: all it could do is to tell the person, which has just failed.
        log.warn({ ...facts(error), interaction: interaction.id }, 'could not tell the person');
      }
    },
    async finish() {
      if (told || !isCommand) return;
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
