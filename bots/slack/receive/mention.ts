import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import { fromMention } from './deliveries.ts';
import { dispatch, type SlackContext } from './invocation.ts';

/** `@bot …`: the way in for threads, where Slack has no slash commands. Bolt has acknowledged it. */
export function onMention(context: SlackContext) {
  return async ({ body }: SlackEventMiddlewareArgs<'app_mention'>): Promise<void> => {
    const delivery = fromMention(body, context.bot);
    if (delivery) await dispatch(context, delivery, { line: delivery.line });
  };
}
