import { z } from 'zod';
import type { MessageRef } from '../../platform.ts';
import { unescapeMarkup } from '../render/escape.ts';
import { readPlace } from './modal-place.ts';
import { NAMES } from './names.ts';

/** A delivery of Slack's, reduced to what the dispatcher needs. The id is the same for a repeated delivery. */
export interface Delivery {
  readonly id: string;
  readonly user: string;
  /** Absent where Slack names only the id. */
  readonly name?: string | undefined;
  readonly channel: string;
  readonly thread?: MessageRef | undefined;
}

export interface LineDelivery extends Delivery {
  readonly line: string;
}

const person = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
});

const commandBody = z.object({
  trigger_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  channel_id: z.string(),
  text: z.string().default(''),
});

/** The slash command. */
export function fromCommand(body: unknown): LineDelivery & { readonly trigger: string } {
  const { trigger_id, user_id, user_name, channel_id, text } = commandBody.parse(body);
  return {
    id: `command:${trigger_id}`,
    trigger: trigger_id,
    user: user_id,
    name: user_name,
    channel: channel_id,
    line: unescapeMarkup(text),
  };
}

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

/** A mention of the bot; undefined for one by another bot, since two bots could go on for ever. */
export function fromMention(body: unknown, bot: string): LineDelivery | undefined {
  const { event_id, event } = mentionBody.parse(body);
  const { user, channel, thread_ts: thread } = event;
  if (event.bot_id || !user) return undefined;
  const text = event.text.replaceAll(new RegExp(`<@${bot}(\\|[^>]*)?>`, 'g'), ' ').trim();
  const line = unescapeMarkup(
    text.startsWith(`${NAMES.command} `) ? text.slice(NAMES.command.length) : text,
  );
  return {
    id: `event:${event_id}`,
    user,
    channel,
    line: line === '' ? 'help' : line,
    thread: threadRef(channel, thread),
  };
}

const clickBody = z.object({
  trigger_id: z.string(),
  user: person,
  channel: z.object({ id: z.string() }),
  container: z
    .object({ message_ts: z.string().optional(), thread_ts: z.string().optional() })
    .default({}),
  actions: z.tuple([z.object({ value: z.string() })]).rest(z.unknown()),
});

/** A click on a button, whose value is a command line. */
export function fromClick(body: unknown): LineDelivery {
  const { trigger_id, user, channel, container, actions } = clickBody.parse(body);
  const { message_ts, thread_ts } = container;
  return {
    id: `click:${trigger_id}`,
    ...namesOf(user),
    channel: channel.id,
    line: actions[0].value,
    // The first message of a thread carries its own ts as that of the thread.
    thread: thread_ts === message_ts ? undefined : threadRef(channel.id, thread_ts),
  };
}

const shortcutBody = z.object({
  trigger_id: z.string(),
  user: person,
  channel: z.object({ id: z.string() }),
  message: z.object({
    text: z.string().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** The shortcut on a message: its text, and its thread where it is in one. */
export function fromShortcut(body: unknown) {
  const { trigger_id, channel, message } = shortcutBody.parse(body);
  return {
    trigger: trigger_id,
    text: unescapeMarkup(message.text),
    place: { channel: channel.id, thread: message.thread_ts ?? message.ts },
  };
}

const submissionBody = z.object({
  trigger_id: z.string().optional(),
  user: person,
  view: z.object({
    id: z.string(),
    hash: z.string().optional(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});

/** The form sent; its values are still as Slack has them. */
export function fromSubmission(body: unknown): Delivery & { readonly values: FormValues } {
  const { trigger_id, user, view } = submissionBody.parse(body);
  const { channel, thread } = readPlace(view.private_metadata);
  return {
    id: `form:${trigger_id ?? `${view.id}:${view.hash}`}`,
    ...namesOf(user),
    channel,
    thread: threadRef(channel, thread),
    values: view.state.values,
  };
}

/** By block and action id, the state of an input. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function namesOf({ id, name, username }: z.infer<typeof person>) {
  return { user: id, name: name ?? username };
}

function threadRef(channel: string, ts: string | undefined): MessageRef | undefined {
  return ts ? { channel, ts } : undefined;
}
