import { z } from 'zod';
import { OUTCOMES } from '../domain/outcome.ts';
import type { Probe } from '../domain/probe.ts';
import type { RunState } from '../domain/run.ts';

const seed = z.int().min(0).max(0xffff_ffff);
const when = z.iso.datetime();
const usd = z.number().min(0).optional();
const tokens = z.int().min(0);

/**
 * The schemas of a run's parts, for files that come from elsewhere and for the store alike. Fields that
 * are not named here are kept.
 * @param name what an id may be: in a file from elsewhere it may become a key.
 * @param probe the schema of a plan's probe.
 */
export function runSchemas(name: z.ZodType<string>, probe: z.ZodType<Probe>) {
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
  const presented = z.looseObject({
    text: z.string(),
    order: z.array(z.string()),
    shown: z.array(z.string()).optional(),
  });
  const plannedTrial = z.looseObject({
    id: name,
    subject: name,
    condition: name,
    item: name,
    sample: z.int().min(1),
    seed,
    system: z.string().optional(),
    steps: z.array(step).min(1),
    presented: z.record(z.string(), presented),
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
  /** A trial once it is finished, without its plan. */
  const finishedTrial = z.looseObject({
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
  const judgement = z.looseObject({
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
        swapped: judgeReply.optional(),
        second: z.looseObject({ value, judge: judgeReply }).optional(),
      }),
      z.looseObject({
        status: z.literal('unparseable'),
        reason: z.string(),
        mass: z.number().optional(),
        judge: judgeReply.optional(),
        swapped: judgeReply.optional(),
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
  /** A plan without its trials. */
  const settings = z.looseObject({
    run: name,
    kind: z.enum(['ask', 'probe']),
    probe,
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
  return { plannedTrial, finishedTrial, judgement, settings, usd };
}

/** The state of a run with what is known in it, beside other fields. */
export function withPhase<Fields extends z.ZodRawShape>(fields: Fields) {
  const phase = <State extends RunState, More extends z.ZodRawShape>(state: State, more: More) =>
    z.looseObject({ ...fields, state: z.literal(state), ...more });
  const resumedAt = when.optional();
  const started = { startedAt: when, resumedAt };
  const maybeStarted = { startedAt: when.optional(), resumedAt };
  return z.discriminatedUnion('state', [
    phase('waiting', { reason: z.string() }),
    phase('running', started),
    phase('done', { ...started, finishedAt: when }),
    phase('cancelled', { ...maybeStarted, finishedAt: when }),
    phase('interrupted', { ...maybeStarted, finishedAt: when.optional() }),
    phase('failed', { ...started, finishedAt: when, reason: z.string() }),
  ]);
}
