import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { UserError } from '../../../core/domain/user-error.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Bot } from '../../platform.ts';
import { isRefusal } from '../send/api-error.ts';
import { webClient } from '../send/client.ts';
import { explainError } from '../send/explain-error.ts';
import type { DrawPng } from '../send/pictures.ts';
import { slackPlatform } from '../send/platform.ts';
import type { SlackSettings } from '../settings.ts';
import { type Identity, listen } from './listen.ts';
import { SCOPES } from './names.ts';
import { createPeople } from './person.ts';
import { openTransport } from './transport.ts';

export interface SlackOptions {
  /** Draws pictures that Slack cannot; without it they are plots in characters. */
  readonly drawPng?: DrawPng | undefined;
}

/** Connects to Slack. @throws UserError where the tokens are refused or Slack is not reached. */
export async function connectSlack(
  dispatcher: Dispatcher,
  settings: SlackSettings,
  { drawPng }: SlackOptions = {},
): Promise<Bot> {
  const log = dispatcher.app.log.child({ bot: 'slack' });
  const client = webClient(settings.botToken, settings.apiUrl, log);
  const { me, workspace, name } = await identify(client, settings.botToken, log);
  const platform = slackPlatform({ client, team: me.team, log, drawPng });
  const people = createPeople(client, me.team);
  const { receiver, open, close } = openTransport(settings, log);
  listen(receiver, me, { dispatcher, platform, client, people, bot: me.bot, log });

  const where = await open().catch((error: unknown) => {
    throw explainOpenError(error, settings);
  });
  dispatcher
    .adopt(platform)
    .catch((error: unknown) => log.error({ err: error }, 'runs could not be gone on with'));
  return { platform, banner: `Slack: ${workspace} as @${name} · ${where}`, stop: close };
}

async function identify(client: WebClient, token: string, log: Logger) {
  try {
    const { team_id, team, user_id, user, bot_id, response_metadata } = await client.auth.test();
    if (!team_id || !user_id) throw new TypeError('auth.test answered without a team');
    warnOfScopes(response_metadata?.scopes, log);
    const me: Identity = { token, team: team_id, bot: user_id, botId: bot_id };
    return { me, workspace: team ?? team_id, name: user ?? user_id };
  } catch (error) {
    throw explainRefusal('SLACK_BOT_TOKEN', error);
  }
}

function warnOfScopes(granted: readonly string[] | undefined, log: Logger): void {
  const missing = Object.keys(SCOPES).filter((scope) => granted && !granted.includes(scope));
  if (missing.length === 0) return;
  log.warn(
    `The Slack app lacks ${missing.join(', ')}: paste bots/slack/manifest.json into its “App Manifest” and install it again.`,
  );
}

function explainOpenError(error: unknown, settings: SlackSettings): unknown {
  if (settings.mode === 'socket') return explainRefusal('SLACK_APP_TOKEN', error);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new UserError(
      `The port for Slack, ${settings.port}, is in use by another program.`,
      'Set SLACK_PORT to a free one, and send Slack’s deliveries there.',
      { code: 'configuration', cause: error },
    );
  }
  return explainError(error);
}

/** A refusal of a token says which variable it came from. */
function explainRefusal(variable: string, error: unknown): unknown {
  const problem = explainError(error);
  if (problem === undefined) {
    return new UserError('Slack closed the connection at once.', 'Try again in a minute.', {
      code: 'unavailable',
    });
  }
  if (!(problem instanceof UserError) || !isRefusal(error)) return problem;
  return new UserError(`${variable}: ${problem.message}`, problem.hint, {
    code: 'configuration',
    cause: error,
  });
}
