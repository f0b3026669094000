import { App, type BlockAction, type MessageShortcut, type Receiver } from '@slack/bolt';
import { slackLogger } from '../send/log.ts';
import { onClick } from './click.ts';
import { onCommand } from './command.ts';
import { onComplete } from './complete.ts';
import type { SlackContext } from './invocation.ts';
import { onMention } from './mention.ts';
import { NAMES } from './names.ts';
import { onPick } from './pick.ts';
import { onShortcut } from './shortcut.ts';
import { onSubmit } from './submit.ts';

/** The bot itself, as auth.test says. */
export interface Identity {
  readonly token: string;
  readonly team: string;
  readonly bot: string;
  readonly botId: string | undefined;
}

/** Bolt with every listener. It asks Slack nothing before a listener acknowledges. */
export function listen(receiver: Receiver, me: Identity, context: SlackContext): App {
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: me.token,
      botUserId: me.bot,
      teamId: me.team,
      ...(me.botId ? { botId: me.botId } : {}),
    }),
    convoStore: false,
    logger: slackLogger(context.log),
  });
  app.command(NAMES.command, onCommand(context));
  app.event('app_mention', onMention(context));
  app.shortcut<MessageShortcut>(
    { callback_id: NAMES.shortcut, type: 'message_action' },
    onShortcut(context),
  );
  app.action<BlockAction>({ action_id: NAMES.modalCommand }, onPick(context));
  app.action<BlockAction>({ action_id: new RegExp(`^${NAMES.run}`) }, onClick(context));
  app.options({ action_id: new RegExp(`^${NAMES.option}`) }, onComplete(context));
  app.view(NAMES.modal, onSubmit(context));
  app.error(async (error) => {
    context.log.error({ err: error }, 'a delivery from Slack could not be handled');
  });
  return app;
}
