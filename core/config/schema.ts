import { z } from 'zod';
import { CAPABILITIES } from '../domain/model.ts';
import { looksLikeKey } from '../text/secrets.ts';
import { MOST_PORT, STORE_ADDRESS } from './addresses.ts';

/** Stands in command lines, in lists with commas and in the ids of subjects (`model/persona`). */
const name = z
  .string()
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, 'use lower-case letters, digits, dots and hyphens');
const text = z.string().trim().min(1, 'write something here').max(200);
const seconds = z.number().positive().max(3600);
const usd = z.number().min(0);
const perMinute = z.int().min(1);

/** Never echoes what it was given, since that may be a key. */
const keyVariable = z.string().superRefine((value, context) => {
  if (looksLikeKey(value)) {
    context.addIssue(
      'this looks like a key itself (not shown). Put it into .env and write the name of its variable here, such as OPENAI_API_KEY; a key that has stood in a file is better replaced',
    );
  } else if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value)) {
    context.addIssue(
      'write the name of an environment variable here, such as OPENAI_API_KEY: letters, digits and underscores',
    );
  }
});

const baseUrl = z.string().superRefine((value, context) => {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    context.addIssue('write an address with http or https, such as http://127.0.0.1:8000/v1');
  } else if (url.username !== '' || url.password !== '') {
    context.addIssue('take the name and password out of the address, and use `key`');
  } else if (url.search !== '' || url.hash !== '') {
    context.addIssue('an address ends before the question mark; take the rest away');
  }
});

const dialect = z.strictObject({
  max_tokens: z.enum(['max_tokens', 'max_completion_tokens']).optional(),
  system: z.enum(['system', 'developer', 'user']).optional(),
  seed: z.boolean().optional(),
  seed_name: z.literal('random_seed').optional(),
  stream_usage: z.boolean().optional(),
  temperature: z.boolean().optional(),
  prefill: z.enum(['prefix', 'continue_final_message']).optional(),
});

const provider = z.strictObject({
  preset: text.optional(),
  base_url: baseUrl.optional(),
  key: keyVariable.optional(),
  limits: z
    .strictObject({
      concurrency: z.int().min(1).max(1000).optional(),
      requests_per_minute: perMinute.optional(),
      tokens_per_minute: perMinute.optional(),
    })
    .optional(),
  dialect: dialect.optional(),
});

const model = z.strictObject({
  id: name.optional(),
  label: text.optional(),
  provider: text,
  name: text,
  parameters: z
    .strictObject({
      temperature: z.number().min(0).max(2).optional(),
      top_p: z.number().gt(0).max(1).optional(),
      max_tokens: z.int().min(1).max(1_000_000).optional(),
      stop: z.array(z.string().min(1)).min(1).max(4).optional(),
    })
    .optional(),
  price: z.strictObject({ in: usd, out: usd }).optional(),
  capabilities: z.array(z.enum(CAPABILITIES)).optional(),
  family: text.optional(),
});

const who = z.array(
  z.string().regex(/^[a-z]+(:\S+)?$/, 'write ids of persons or channels, such as slack:T1:U1'),
);

/** SQLite files, the memory, or a server's address without credentials. */
const store = z
  .string()
  .regex(STORE_ADDRESS, 'write sqlite:<file>, memory:, redis://… or postgres://…');
const port = z.int().min(0).max(MOST_PORT);

/** The file as it is written. Every key is documented in dramatis.example.yaml. */
export const fileSchema = z.strictObject({
  cast: z.boolean().optional(),
  providers: z.record(name, provider.nullable()).optional(),
  models: z.array(z.preprocess(longForm, model)).optional(),
  defaults: z
    .strictObject({
      models: z.array(text).min(1).max(25).optional(),
      personas: z.array(name).min(1).max(25).optional(),
      samples: z.int().min(1).max(1000).optional(),
      judge: text.optional(),
    })
    .optional(),
  limits: z
    .strictObject({
      trials_per_run: z.int().min(1).max(1_000_000).optional(),
      ask_above_calls: z.int().min(0).optional(),
      ask_above_usd: usd.optional(),
      usd_per_person: usd.optional(),
      usd_per_channel: usd.optional(),
    })
    .optional(),
  access: z
    .strictObject({
      use: who.optional(),
      commands: z.record(name, who).optional(),
      models: z.record(text, who).optional(),
    })
    .optional(),
  timeouts: z
    .strictObject({
      connect: seconds.optional(),
      first_token: seconds.optional(),
      total: seconds.optional(),
    })
    .optional(),
  imports: z
    .array(z.string().trim().min(1, 'write the path of a file').max(1000))
    .max(200)
    .optional(),
  folders: z
    .array(z.string().trim().min(1, 'write the path of a folder').max(1000))
    .max(50)
    .optional(),
  attempts: z.int().min(1).max(20).optional(),
  store: store
    .refine((value) => !/^[a-z]+:\/\/[^/]*@/.test(value), {
      error: 'take the credentials out, and put the whole address into the variable DRAMATIS_STORE',
    })
    .optional(),
  local: z.strictObject({ enabled: z.boolean().optional(), port: port.optional() }).optional(),
});

export type ConfigFile = z.infer<typeof fileSchema>;
export type ProviderEntry = z.infer<typeof provider>;
export type ModelEntry = z.infer<typeof model>;

/** `openai/gpt-5-mini` is short for a provider and a name; a name may have slashes of its own. */
function longForm(entry: unknown, context: z.RefinementCtx): unknown {
  if (typeof entry !== 'string') return entry;
  const [, head, rest] = /^([^/]+)\/(.+)$/.exec(entry.trim()) ?? [];
  if (head === undefined || rest === undefined) {
    context.addIssue('write a model as provider/name, such as openai/gpt-5-mini');
    return z.NEVER;
  }
  return { provider: head, name: rest };
}
