import { createHmac } from 'node:crypto';
import { SIGNING_SECRET, type Twin } from '../twin.ts';

/** Something that Slack delivers, as its payload looks; the same for Socket Mode and HTTP. */
export interface Delivered {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
}

const ADA = { id: 'U0ADA', username: 'ada', name: 'ada', team_id: 'T0TEAM' };
const TEAM = { id: 'T0TEAM', domain: 'twin' };
const CHANNEL = { id: 'C0GENERAL', name: 'general' };
const APP = { api_app_id: 'A0APP', token: 'verification' };

export function slash(twin: Twin, text: string): Delivered {
  return {
    type: 'slash_commands',
    payload: {
      ...APP,
      command: '/probe',
      text,
      trigger_id: `trigger.${twin.next()}`,
      response_url: twin.responseUrl(),
      user_id: ADA.id,
      user_name: ADA.name,
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: CHANNEL.id,
      channel_name: CHANNEL.name,
      is_enterprise_install: 'false',
    },
  };
}

export function mention(
  twin: Twin,
  text: string,
  more: { readonly thread_ts?: string; readonly bot_id?: string } = {},
): Delivered {
  return {
    type: 'events_api',
    payload: {
      ...APP,
      type: 'event_callback',
      team_id: TEAM.id,
      event_id: `Ev${twin.next()}`,
      event_time: 1_700_000_000,
      authorizations: [{ team_id: TEAM.id, user_id: 'U0BOT', is_bot: true }],
      event: {
        type: 'app_mention',
        user: ADA.id,
        text,
        channel: CHANNEL.id,
        ts: '1700000090.000100',
        event_ts: '1700000090.000100',
        ...more,
      },
    },
  };
}

/** A click on the button of a message that carries this line. */
export function click(
  twin: Twin,
  value: string,
  message: { readonly ts: string; readonly thread_ts?: string | undefined },
  action_id = 'run:0',
): Delivered {
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: CHANNEL.id,
    is_ephemeral: false,
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
  };
  return interactive(twin, {
    type: 'block_actions',
    channel: CHANNEL,
    container,
    message,
    response_url: twin.responseUrl(),
    actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: '1.1' }],
  });
}

export function pick(twin: Twin, view: object, command: string): Delivered {
  return interactive(twin, {
    type: 'block_actions',
    view,
    container: { type: 'view' },
    actions: [
      {
        type: 'static_select',
        action_id: 'command',
        block_id: 'command',
        selected_option: { value: command },
        action_ts: '1.1',
      },
    ],
  });
}

/** The form sent. `state` is by action id, which here is the block's id too. */
export function submission(twin: Twin, view: object, state: Readonly<Record<string, object>>) {
  const values = Object.fromEntries(Object.entries(state).map(([id, one]) => [id, { [id]: one }]));
  return interactive(twin, { type: 'view_submission', view: { ...view, state: { values } } });
}

export function suggestion(twin: Twin, view: object, action_id: string, value: string): Delivered {
  return interactive(twin, {
    type: 'block_suggestion',
    view,
    action_id,
    block_id: action_id,
    value,
    container: { type: 'view' },
  });
}

export function shortcut(twin: Twin, text: string): Delivered {
  return interactive(twin, {
    type: 'message_action',
    callback_id: 'probe_message',
    channel: CHANNEL,
    response_url: twin.responseUrl(),
    message_ts: '1700000080.000100',
    message: { type: 'message', user: ADA.id, ts: '1700000080.000100', text },
  });
}

function interactive(twin: Twin, payload: Readonly<Record<string, unknown>>): Delivered {
  const trigger_id = `trigger.${twin.next()}`;
  const common = { ...APP, team: TEAM, user: ADA, trigger_id, is_enterprise_install: false };
  return { type: 'interactive', payload: { ...common, ...payload } };
}

export interface Forged {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a delivery as Slack does over HTTP, signed. */
export function postSigned(
  url: string,
  { type, payload }: Delivered,
  { secret = SIGNING_SECRET, timestamp = Math.floor(Date.now() / 1000), headers }: Forged = {},
): Promise<Response> {
  const body = bodyOf(type, payload);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const json = type === 'events_api';
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${hash}`,
      ...headers,
    },
  });
}

function bodyOf(type: Delivered['type'], payload: Delivered['payload']): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  return new URLSearchParams(
    Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}
