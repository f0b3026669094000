import { randomUUID } from 'node:crypto';
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Message } from '../../../core/views/view.ts';
import { createLru } from '../../lru.ts';
import type { MessageRef, Place, Platform } from '../../platform.ts';
import { LIMITS, TIMES } from '../limits.ts';
import { FALLBACK_LEVELS } from '../render/fallback-levels.ts';
import { facts, isGone } from './api-error.ts';
import { explainError } from './explain-error.ts';
import { type DiscordRef, readRef, titleOf, writeRef } from './message-ref.ts';
import { request, type SendContext, sendMessage } from './request.ts';
import { inThread, type Target, threads } from './threads.ts';

const created = z.object({ id: z.string() });

/** Posts and edits as the bot, in channels: an interaction's token would end after 15 minutes. */
export function discordPlatform(applicationId: string, sending: SendContext): Platform {
  const { rest, log } = sending;
  const gone = createLru<string, true>(1000);
  const threadOf = threads(sending);

  const create = async ({ channel, more }: Target, message: Message): Promise<DiscordRef> => {
    // Discord answers a nonce that it has seen with the message that it already made of it.
    const nonce = randomUUID().replaceAll('-', '').slice(0, LIMITS.nonce.max);
    const body = { nonce, enforce_nonce: true, ...more };
    return sendMessage(sending, message, FALLBACK_LEVELS.post, async (payload, level) => {
      const answer = await request(rest, 'post', Routes.channelMessages(channel), payload, body);
      const { id } = created.parse(answer);
      const form = level === 'plain' ? { form: level } : {};
      return { channel, message: id, title: titleOf(message.view), ...form };
    });
  };

  const post = async ({ channel, thread }: Place, message: Message): Promise<DiscordRef> => {
    if (!thread) return create({ channel }, message);
    const target = await threadOf(readRef(thread));
    const ref = await inThread(rest, target.channel, () => create(target, message));
    return { ...ref, home: 'thread' };
  };

  const edit = ({ channel, message: id, form }: DiscordRef, message: Message): Promise<unknown> => {
    const levels = form === 'plain' ? FALLBACK_LEVELS.plain : FALLBACK_LEVELS.components;
    const route = Routes.channelMessage(channel, id);
    return inThread(rest, channel, () =>
      sendMessage(sending, message, levels, (payload) => request(rest, 'patch', route, payload)),
    );
  };

  return {
    id: `discord:${applicationId}`,
    editEveryMs: TIMES.editEvery.max,
    keepsMessages: true,
    async post(place, message) {
      try {
        return writeRef(await post(place, message));
      } catch (error) {
        throw explainError(error);
      }
    },
    async edit(stored: MessageRef, message) {
      const ref = readRef(stored);
      if (gone.has(ref.message)) return;
      try {
        await edit(ref, message);
      } catch (error) {
        if (!isGone(error)) throw explainError(error);
        gone.set(ref.message, true);
        log.info({ ...facts(error), ...ref }, 'a live message can no longer be edited; left alone');
      }
    },
  };
}
