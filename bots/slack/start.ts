import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { Problem } from '../../core/problem.ts';
import type { Desk } from '../desk.ts';
import type { Bot } from '../port.ts';
import { type Identity, slackApp } from './app.ts';
import { webClient } from './client.ts';
import { connection } from './connect.ts';
import { isRefusal, translated } from './errors.ts';
import { SCOPES } from './names.ts';
import { createPeople } from './people.ts';
import type { DrawPng } from './pictures.ts';
import { slackPort } from './port.ts';
import type { SlackSettings } from './settings.ts';

export interface SlackOptions {
  /** Draws pictures that Slack cannot; without it they are plots in characters. */
  readonly drawPng?: DrawPng | undefined;
}

/** Connects to Slack. @throws Problem where the tokens are refused or Slack is not reached. */
export async function startSlack(
  desk: Desk,
  settings: SlackSettings,
  { drawPng }: SlackOptions = {},
): Promise<Bot> {
  const log = desk.lab.log.child({ bot: 'slack' });
  const client = webClient(settings.botToken, settings.apiUrl, log);
  const { me, workspace, name } = await identify(client, settings.botToken, log);
  const port = slackPort({ client, team: me.team, log, drawPng });
  const people = createPeople(client, me.team);
  const { receiver, open, close } = connection(settings, log);
  slackApp(receiver, me, { desk, port, client, people, bot: me.bot, log });

  const where = await open().catch((error: unknown) => {
    throw problemOf(error, settings);
  });
  desk
    .adopt(port)
    .catch((error: unknown) => log.error({ err: error }, 'runs could not be gone on with'));
  return { says: `Slack: ${workspace} as @${name} · ${where}`, stop: close };
}

async function identify(client: WebClient, token: string, log: Logger) {
  try {
    const { team_id, team, user_id, user, bot_id, response_metadata } = await client.auth.test();
    if (!team_id || !user_id) throw new TypeError('auth.test answered without a team');
    warnOfScopes(response_metadata?.scopes, log);
    const me: Identity = { token, team: team_id, bot: user_id, botId: bot_id };
    return { me, workspace: team ?? team_id, name: user ?? user_id };
  } catch (error) {
    throw asProblemOf('SLACK_BOT_TOKEN', error);
  }
}

function warnOfScopes(granted: readonly string[] | undefined, log: Logger): void {
  const missing = Object.keys(SCOPES).filter((scope) => granted && !granted.includes(scope));
  if (missing.length === 0) return;
  log.warn(
    `The Slack app lacks ${missing.join(', ')}: paste bots/slack/manifest.json into its “App Manifest” and install it again.`,
  );
}

function problemOf(error: unknown, settings: SlackSettings): unknown {
  if (settings.mode === 'socket') return asProblemOf('SLACK_APP_TOKEN', error);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new Problem(
      `The port for Slack, ${settings.port}, is in use by another program.`,
      'Set SLACK_PORT to a free one, and send Slack’s deliveries there.',
      { cause: error },
    );
  }
  return translated(error);
}

/** A refusal of a token says which variable it came from. */
function asProblemOf(variable: string, error: unknown): unknown {
  const problem = translated(error);
  if (problem === undefined) {
    return new Problem('Slack closed the connection at once.', 'Try again in a minute.');
  }
  if (!(problem instanceof Problem) || !isRefusal(error)) return problem;
  return new Problem(`${variable}: ${problem.message}`, problem.next, { cause: error });
}
