import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import { hand, type SlackContext } from './context.ts';
import { fromMention } from './deliveries.ts';

/** `@bot …`: the way in for threads, where Slack has no slash commands. Bolt has acknowledged it. */
export function onMention(context: SlackContext) {
  return async ({ body }: SlackEventMiddlewareArgs<'app_mention'>): Promise<void> => {
    const delivery = fromMention(body, context.bot);
    if (delivery) await hand(context, delivery, { line: delivery.line });
  };
}
