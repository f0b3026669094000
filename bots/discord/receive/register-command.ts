import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandBody } from './declare-command.ts';

/** The reach of a registered command: one server, or wherever the bot is. */
export interface Scope {
  readonly applicationId: string;
  readonly guildId?: string | undefined;
}

const choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });

/** A registered command, with the fields that we set. Whatever else Discord adds is no difference. */
const option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(choice).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  max_length: z.number().nullish(),
  get options() {
    return z.array(option).nullish();
  },
});
const command = z.object({
  type: z.number().nullish(),
  name: z.string(),
  description: z.string(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  options: z.array(option).nullish(),
});
const registered = z.array(command.extend({ id: z.string() }));

/** Writes the command only where Discord has none of its name or another one. Other commands are left alone. */
export async function register(
  rest: REST,
  scope: Scope,
  body: CommandBody,
): Promise<'unchanged' | 'created' | 'updated'> {
  const { applicationId, guildId } = scope;
  const all = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = guildId ? withoutPlaces(body) : body;
  const there = registered.parse(await rest.get(all));
  const found = there.find(({ name, type }) => name === body.name && (type ?? 1) === body.type);
  if (!found) {
    await rest.post(all, { body: wanted });
    return 'created';
  }
  if (!differs(found, wanted, guildId !== undefined)) return 'unchanged';
  const { type: _, ...patch } = wanted;
  await rest.patch(`${all}/${found.id}`, { body: patch });
  return 'updated';
}

/** A command of one server has no say in where it may be used. */
function withoutPlaces({ contexts: _, integration_types: __, ...body }: CommandBody) {
  return body;
}

function differs(there: unknown, wanted: unknown, inGuild: boolean): boolean {
  const comparable = (body: unknown) => {
    const { contexts, integration_types, ...rest } = command.parse(body);
    return bare({ ...rest, type: 1, ...(!inGuild && { contexts, integration_types }) });
  };
  return !isDeepStrictEqual(comparable(there), comparable(wanted));
}

/** Without what says no more than its absence: null, false and empty lists. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined && field !== null && field !== false)
      .filter(([, field]) => !(Array.isArray(field) && field.length === 0))
      .map(([key, field]) => [key, bare(field)]),
  );
}
