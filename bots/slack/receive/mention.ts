import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { unescapeMarkup } from '../render/escape.ts';
import { type Delivery, threadRef } from './delivery.ts';
import { dispatch, type SlackContext } from './invocation.ts';
import { NAMES } from './names.ts';

const mentionBody = z.object({
  event_id: z.string(),
  event: z.object({
    user: z.string().optional(),
    bot_id: z.string().optional(),
    channel: z.string(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
  }),
});

/** `@bot …`: the way in for threads, where Slack has no slash commands. Bolt has acknowledged it. */
export function onMention(context: SlackContext) {
  return async ({ body }: SlackEventMiddlewareArgs<'app_mention'>): Promise<void> => {
    const { event_id, event } = mentionBody.parse(body);
    const { user, channel, thread_ts } = event;
    // Two bots could go on mentioning each other for ever.
    if (event.bot_id || !user) return;
    const thread = threadRef(channel, thread_ts);
    const delivery: Delivery = { id: `event:${event_id}`, user, channel, thread };
    await dispatch(context, delivery, { line: lineOf(event.text, context.bot) || 'help' });
  };
}

/** The command line without the mention, with or without the slash command's name. */
function lineOf(text: string, bot: string): string {
  const rest = text.replaceAll(new RegExp(`<@${bot}(\\|[^>]*)?>`, 'g'), ' ').trim();
  return unescapeMarkup(
    rest.startsWith(`${NAMES.command} `) ? rest.slice(NAMES.command.length) : rest,
  );
}
