import { z } from 'zod';
import { channelObject, member, messageObject } from './objects.ts';
import type { Channel, Opened, Stored, World } from './world.ts';

/** What a person does, as the event that the gateway sends of it. */

type Value = string | number | boolean;

function typeOf(value: Value): number {
  if (typeof value === 'boolean') return 5;
  if (typeof value === 'string') return 3;
  return Number.isInteger(value) ? 4 : 10;
}

function open(world: World, type: number, channel: Channel): Opened {
  const id = world.next();
  const opened: Opened = { id, token: `token-${id}`, type, channel: channel.id, followUps: [] };
  world.interactions.set(opened.token, opened);
  return opened;
}

function envelope(world: World, opened: Opened, channel: Channel) {
  const direct = channel.type === 1;
  return {
    id: opened.id,
    token: opened.token,
    type: opened.type,
    application_id: world.application,
    version: 1,
    channel_id: channel.id,
    channel: channelObject(world, channel),
    ...(direct ? { user: member(world).user } : { guild_id: world.guild, member: member(world) }),
    app_permissions: '0',
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: {},
    context: direct ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
}

function commandData(world: World, subcommand: string, options: readonly object[]) {
  const all = [...world.commands.values()].flat();
  const registered = all.find(({ body }) => body.name === 'probe');
  return {
    id: registered?.id ?? world.next(),
    name: 'probe',
    type: 1,
    options: [{ type: 1, name: subcommand, options }],
  };
}

export function slash(
  world: World,
  channel: Channel,
  subcommand: string,
  values: Readonly<Record<string, Value>>,
) {
  const opened = open(world, 2, channel);
  const options = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    type: typeOf(value),
  }));
  const data = commandData(world, subcommand, options);
  return { opened, event: { ...envelope(world, opened, channel), data } };
}

export function typing(
  world: World,
  channel: Channel,
  subcommand: string,
  name: string,
  value: string,
) {
  const opened = open(world, 4, channel);
  const data = commandData(world, subcommand, [{ name, value, type: 3, focused: true }]);
  return { opened, event: { ...envelope(world, opened, channel), data } };
}

const button: z.ZodType<Button> = z.object({
  label: z.string().optional(),
  custom_id: z.string().optional(),
  get components() {
    return z.array(button).optional();
  },
});
interface Button {
  readonly label?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly components?: readonly Button[] | undefined;
}

/** The labels and ids of a message's buttons, in order. */
export function buttonsOf(message: Stored): readonly { label: string; id: string }[] {
  const flatten = (one: Button): readonly Button[] => [
    one,
    ...(one.components ?? []).flatMap(flatten),
  ];
  return z
    .array(button)
    .parse(message.body.components ?? [])
    .flatMap(flatten)
    .flatMap(({ label, custom_id }) =>
      custom_id === undefined ? [] : [{ label: label ?? '', id: custom_id }],
    );
}

export function click(world: World, channel: Channel, message: Stored, customId: string) {
  const opened = open(world, 3, channel);
  const event = {
    ...envelope(world, opened, channel),
    message: messageObject(world, message),
    data: { component_type: 2, custom_id: customId },
  };
  return { opened, event };
}
