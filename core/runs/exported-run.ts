import { z } from 'zod';
import { OUTCOMES } from '../domain/outcome.ts';
import { probeSchema } from '../probes/schema.ts';

/** A name that stands in a stored key. */
const name = z.string().regex(/^[\w./:-]{1,200}$/, 'use letters, digits, hyphens and dots');
const seed = z.int().min(0).max(0xffff_ffff);
const when = z.iso.datetime();
const usd = z.number().min(0).optional();
const tokens = z.int().min(0);

const step = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('given'), user: z.string(), assistant: z.string() }),
  z.looseObject({
    kind: z.enum(['ask', 'aside', 'complete']),
    id: name,
    user: z.string(),
    begin: z.string().optional(),
    maxTokens: tokens.optional(),
    topLogprobs: tokens.optional(),
  }),
]);

export const plannedTrial = z.looseObject({
  id: name,
  subject: name,
  condition: name,
  item: name,
  sample: z.int().min(1),
  seed,
  system: z.string().optional(),
  steps: z.array(step).min(1),
  presented: z.record(z.string(), z.object({ text: z.string(), order: z.array(z.string()) })),
});

const usage = z.object({ tokensIn: tokens, tokensOut: tokens, estimated: z.boolean() });
const alternative = { token: z.string(), logprob: z.number() };

const reply = z.looseObject({
  step: name,
  outcome: z.enum(OUTCOMES),
  text: z.string(),
  reasoning: z.string().optional(),
  reason: z.string().optional(),
  finishReason: z.string().optional(),
  usage,
  firstTokenMs: z.number().optional(),
  totalMs: z.number(),
  attempts: tokens,
  servedBy: z.string().optional(),
  logprobs: z.array(z.object({ ...alternative, top: z.array(z.object(alternative)) })).optional(),
  cached: z.boolean().optional(),
});

/** What a trial has once it is finished, beside its plan. */
export const finishedTrial = z.looseObject({
  id: name,
  outcome: z.enum(OUTCOMES),
  replies: z.array(reply),
  usd,
  startedAt: when,
  finishedAt: when,
  cached: z.boolean(),
});

const value = z.union([z.string(), z.number()]);
const judgeReply = z.looseObject({
  model: z.string(),
  raw: z.string(),
  usage,
  weighed: z.array(z.tuple([z.string(), z.number()])).optional(),
});

export const judgement = z.looseObject({
  trial: name,
  score: name,
  step: name,
  judge: name.optional(),
  result: z.discriminatedUnion('status', [
    z.looseObject({
      status: z.literal('scored'),
      value,
      reason: z.string(),
      quote: z.string().optional(),
      mass: z.number().optional(),
      distribution: z.record(z.string(), z.number()).optional(),
      judge: judgeReply.optional(),
      second: z.looseObject({ value, judge: judgeReply }).optional(),
    }),
    z.looseObject({
      status: z.literal('unparseable'),
      reason: z.string(),
      mass: z.number().optional(),
      judge: judgeReply.optional(),
    }),
  ]),
  usd,
});

const parameters = z.looseObject({
  temperature: z.number().optional(),
  topP: z.number().optional(),
  maxTokens: tokens.optional(),
  stop: z.array(z.string()).optional(),
});

const subject = z.looseObject({
  id: name,
  model: name,
  modelLabel: z.string(),
  persona: name,
  personaLabel: z.string(),
  system: z.string().optional(),
  colour: tokens,
  simulated: z.boolean(),
});

/** A plan without its trials. Questions are no probes, and are not read back. */
export const settings = z.looseObject({
  run: name,
  kind: z.literal('probe', {
    error: 'only runs of probes can be read back, and this is a question',
  }),
  probe: probeSchema,
  subjects: z.array(subject).min(1),
  samples: z.int().min(1),
  parameters,
  judges: z.array(name),
  judged: z.array(name),
  models: z
    .record(z.string(), z.looseObject({ provider: z.string(), name: z.string(), parameters }))
    .optional(),
  seed,
  cache: z.boolean(),
  estimate: z.looseObject({
    trials: tokens,
    calls: tokens,
    judgeCalls: tokens,
    tokensIn: tokens,
    tokensOut: tokens,
    usd,
  }),
  simulated: z.boolean(),
  by: z.looseObject({ id: z.string(), name: z.string() }),
  channel: z.string(),
  plannedAt: when,
  versions: z.record(z.string(), z.string()),
  warnings: z.array(z.string()).optional(),
  leftOut: z.array(name).optional(),
  from: name.optional(),
  rescored: z.boolean().optional(),
  evidence: z.record(z.string(), z.number()).optional(),
});

const head = {
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'interrupted', 'failed']),
  reason: z.string().optional(),
  startedAt: when.optional(),
  finishedAt: when.optional(),
  usd,
};

/** The first line of a file of JSON lines. */
export const runLine = z.looseObject({ ...head, plan: settings });

/** The one object that `--json` prints. */
export const runObject = z.looseObject({
  ...head,
  plan: settings.extend({ trials: z.array(plannedTrial).min(1) }),
  trials: z.array(finishedTrial),
  judgements: z.array(judgement),
});
