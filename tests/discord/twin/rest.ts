import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  CreateTextThreadWithMessageRequestSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { textOf } from '../../../bots/discord/receive/declare-command.ts';
import { faults } from '../legal.ts';
import { type Asked, done, ok, refusal, type Told } from './http.ts';
import { channelObject, messageObject } from './objects.ts';
import {
  addChannel,
  type Body,
  DIRECT,
  type File,
  type Opened,
  type Stored,
  THREAD,
  type World,
} from './world.ts';

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const callback = z.object({
  type: z.number(),
  data: z.looseObject({ flags: z.number().optional() }).optional(),
});
const autocompleteData = z.object({
  choices: z.array(z.object({ name: z.string(), value: z.string() })),
});

/** What the real service would answer. Everything it would refuse as malformed is added to `violations`. */
export function answer(world: World, asked: Asked, violations: string[]): Told {
  for (const [method, shape, handle] of ROUTES) {
    const [, ...ids] = (method === asked.method && shape.exec(asked.path)) || [];
    if (ids.length > 0 || (method === asked.method && shape.test(asked.path))) {
      return handle({ world, asked, violations }, ...ids);
    }
  }
  violations.push(`no such route: ${asked.method} ${asked.path}`);
  return refusal(404, 0, '404: Not Found');
}

interface Context {
  readonly world: World;
  readonly asked: Asked;
  readonly violations: string[];
}
type Handler = (context: Context, ...ids: string[]) => Told;

const INVALID = () => refusal(400, 50035, 'Invalid Form Body');
const UNKNOWN_CHANNEL = () => refusal(404, 10003, 'Unknown Channel');
const UNKNOWN_MESSAGE = () => refusal(404, 10008, 'Unknown Message');
const ARCHIVED = () => refusal(400, 50083, 'Thread is archived');

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /^\/applications\/\d+\/commands$/, ({ world }) => listCommands(world, 'global')],
  [
    'GET',
    /^\/applications\/\d+\/guilds\/(\d+)\/commands$/,
    ({ world }, guild = '') =>
      world.joined ? listCommands(world, guild) : refusal(403, 50001, 'Missing Access'),
  ],
  ['POST', /^\/applications\/\d+\/commands$/, (context) => createCommand(context, 'global')],
  ['POST', /^\/applications\/\d+\/guilds\/(\d+)\/commands$/, createCommand],
  ['PATCH', /^\/applications\/\d+\/()commands\/(\d+)$/, updateCommand],
  ['PATCH', /^\/applications\/\d+\/guilds\/(\d+)\/commands\/(\d+)$/, updateCommand],
  ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, acknowledge],
  ['PATCH', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, editOriginal],
  ['DELETE', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/, deleteOriginal],
  ['POST', /^\/webhooks\/\d+\/([^/]+)$/, followUp],
  ['POST', /^\/channels\/(\d+)\/messages$/, createMessage],
  ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, editMessage],
  ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, startThread],
  ['PATCH', /^\/channels\/(\d+)$/, editChannel],
];

function listCommands(world: World, scope: string): Told {
  const all = world.commands.get(scope) ?? [];
  return ok(all.map(({ id, body }) => ({ id, version: id, nsfw: false, ...body })));
}

function createCommand({ world, asked, violations }: Context, scope = ''): Told {
  const checked = ApplicationCommandCreateRequestSchema.safeParse(asked.body);
  if (!checked.success || textOf(asked.body) > 8000) {
    violations.push(`command: ${checked.error?.message ?? 'over 8000 characters'}`);
    return INVALID();
  }
  const made = { id: world.next(), body: asked.body };
  const others = (world.commands.get(scope) ?? []).filter(
    ({ body }) => body.name !== asked.body.name,
  );
  world.commands.set(scope, [...others, made]);
  return { status: 201, body: { id: made.id, ...made.body } };
}

function updateCommand({ world, asked, violations }: Context, scope = '', id = ''): Told {
  const checked = ApplicationCommandPatchRequestPartialSchema.safeParse(asked.body);
  if (!checked.success) {
    violations.push(`command: ${checked.error.message}`);
    return INVALID();
  }
  const all = world.commands.get(scope || 'global') ?? [];
  const updated = all.map((one) =>
    one.id === id ? { id, body: { ...one.body, ...asked.body } } : one,
  );
  world.commands.set(scope || 'global', updated);
  return ok({ id });
}

function acknowledge({ world, asked, violations }: Context, id = '', token = ''): Told {
  const opened = world.interactions.get(token);
  if (!opened || opened.id !== id) return refusal(404, 10062, 'Unknown interaction');
  if (opened.acknowledged !== undefined) {
    return refusal(400, 40060, 'Interaction has already been acknowledged.');
  }
  const { type, data } = callback.parse(asked.body);
  if (type === 8) {
    const spec = InteractionApplicationCommandAutocompleteCallbackStringDataSchema.safeParse(data);
    if (!spec.success) violations.push(`choices: ${spec.error.message}`);
    opened.choices = autocompleteData.parse(data).choices;
  }
  opened.acknowledged = type;
  if (type === 5) {
    const ephemeral = ((data?.flags ?? 0) & EPHEMERAL) !== 0;
    opened.original = newMessage(world, opened.channel, {}, [], ephemeral);
  }
  return done;
}

function opened(world: World, token: string): Opened | undefined {
  return world.interactions.get(token);
}

function editOriginal({ world, asked, violations }: Context, token = ''): Told {
  const original = opened(world, token)?.original;
  if (!original || original.deleted) return UNKNOWN_MESSAGE();
  if (!legal(asked, 'edit', violations)) return INVALID();
  change(original, asked);
  return ok(messageObject(world, original));
}

function deleteOriginal({ world }: Context, token = ''): Told {
  const original = opened(world, token)?.original;
  if (!original) return UNKNOWN_MESSAGE();
  original.deleted = true;
  return done;
}

function followUp({ world, asked, violations }: Context, token = ''): Told {
  const to = opened(world, token);
  if (to?.acknowledged === undefined) return refusal(404, 10015, 'Unknown Webhook');
  if (!legal(asked, 'create', violations)) return INVALID();
  const ephemeral = (Number(asked.body.flags ?? 0) & EPHEMERAL) !== 0;
  const made = newMessage(world, to.channel, asked.body, asked.files, ephemeral);
  to.followUps.push(made);
  return ok(messageObject(world, made));
}

function createMessage({ world, asked, violations }: Context, id = ''): Told {
  const channel = world.channels.get(id);
  if (!channel) return UNKNOWN_CHANNEL();
  if (channel.denied.has('view')) return refusal(403, 50001, 'Missing Access');
  if (channel.denied.has('send')) return refusal(403, 50013, 'Missing Permissions');
  if (channel.locked) return refusal(400, 160005, 'Thread is locked');
  if (!legal(asked, 'create', violations)) return INVALID();
  const nonce = typeof asked.body.nonce === 'string' ? asked.body.nonce : undefined;
  const twice = [...world.messages.values()].find((one) => nonce && one.nonce === nonce);
  channel.archived = false;
  const made = twice ?? newMessage(world, id, asked.body, asked.files, false, nonce);
  return ok(messageObject(world, made));
}

function editMessage({ world, asked, violations }: Context, id = '', message = ''): Told {
  const channel = world.channels.get(id);
  const stored = world.messages.get(message);
  if (!channel) return UNKNOWN_CHANNEL();
  if (!stored || stored.deleted || stored.channel !== id) return UNKNOWN_MESSAGE();
  if (channel.archived) return ARCHIVED();
  const wasV2 = (Number(stored.body.flags ?? 0) & V2) !== 0;
  const isV2 = (Number(asked.body.flags ?? 0) & V2) !== 0;
  if (wasV2 && !isV2) violations.push('an edit would take back the components flag');
  if (!legal(asked, 'edit', violations)) return INVALID();
  change(stored, asked);
  return ok(messageObject(world, stored));
}

function startThread({ world, asked, violations }: Context, id = '', message = ''): Told {
  const channel = world.channels.get(id);
  const stored = world.messages.get(message);
  if (!channel) return UNKNOWN_CHANNEL();
  if (!stored || stored.deleted) return UNKNOWN_MESSAGE();
  if (channel.type === THREAD || channel.type === DIRECT) {
    return refusal(400, 50024, 'Cannot execute action on this channel type');
  }
  if (channel.denied.has('thread')) return refusal(403, 50013, 'Missing Permissions');
  if (world.channels.has(message)) return refusal(400, 160004, 'Thread already created');
  const checked = CreateTextThreadWithMessageRequestSchema.safeParse(asked.body);
  if (!checked.success) {
    violations.push(`thread: ${checked.error.message}`);
    return INVALID();
  }
  const thread = addChannel(world, String(asked.body.name), THREAD, { id: message, parent: id });
  return { status: 201, body: channelObject(world, thread) };
}

function editChannel({ world, asked }: Context, id = ''): Told {
  const channel = world.channels.get(id);
  if (!channel) return UNKNOWN_CHANNEL();
  if (channel.locked) return refusal(403, 50013, 'Missing Permissions');
  if (asked.body.archived === false) channel.archived = false;
  return ok(channelObject(world, channel));
}

function legal(asked: Asked, how: 'create' | 'edit', violations: string[]): boolean {
  const found = faults(asked.body, asked.files, how);
  violations.push(...found.map((fault) => `${asked.method} ${asked.path}: ${fault}`));
  return found.length === 0;
}

function newMessage(
  world: World,
  channel: string,
  body: Body,
  files: readonly File[],
  ephemeral: boolean,
  nonce?: string,
): Stored {
  const id = world.next();
  const made: Stored = {
    id,
    channel,
    nonce,
    ephemeral,
    body,
    files,
    edits: 0,
    deleted: false,
  };
  world.messages.set(id, made);
  return made;
}

function change(stored: Stored, { body, files }: Asked): void {
  stored.body = body;
  stored.files = files;
  stored.edits++;
}
