import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type RunningCast, runningCast } from './cast.ts';

fc.configureGlobal({ seed: 20_260_223 });

let running: RunningCast;
beforeAll(async () => {
  running = await runningCast();
});
afterAll(() => running.cast.close());

const failure = z.object({
  error: z.object({
    message: z.string().min(1),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
});
const chat = z.object({
  object: z.literal('chat.completion'),
  choices: z
    .array(
      z.object({
        message: z.object({ role: z.literal('assistant'), content: z.string() }),
        finish_reason: z.enum(['stop', 'length', 'content_filter']),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.int() }),
});
const completion = z.object({
  object: z.literal('text_completion'),
  choices: z.array(z.object({ text: z.string() })).min(1),
});

async function post(path: string, body: string) {
  const reply = await fetch(`${running.cast.url}/${path}`, { method: 'POST', body });
  return { status: reply.status, body: (await reply.json()) as unknown };
}

function expectDialect(
  { status, body }: { status: number; body: unknown },
  good: z.ZodType = chat,
): void {
  expect(
    status === 200 ? good.safeParse(body).error : failure.safeParse(body).error,
  ).toBeUndefined();
  if (status !== 200) expect([400, 404, 413, 429, 500]).toContain(status);
  if (status >= 500) expect(failure.parse(body).error.code).toBe('asked_for');
}

const word = fc.constantFrom(
  'You are a pirate.',
  'RUBRIC\n- a: b\n<<<ANSWER x\nhello\nANSWER x>>>\nLABEL:',
  'RUBRIC\n<<<ANSWER x\nANSWER x>>>\nSCORE:',
  'Pick one option.\nA. yes\nB. no',
  'Answer with one number: 1 = bad, 5 = good',
  '{topic} {undefined} {__proto__}',
  'constructor',
  '‮@everyone\u0000\u001b[2J',
);
const text = fc.oneof(fc.string({ unit: 'binary' }), word, fc.string());
const message = fc.record({
  role: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('user', 'assistant', 'system', 'developer') },
    { weight: 1, arbitrary: fc.string() },
  ),
  content: fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue() }),
});
const shared = {
  model: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('larch', 'rowan', 'bramble', 'oak') },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', '', 'larch?', 'larch?fault=error') },
  ),
  temperature: fc.option(fc.double({ min: -0.1, max: 2, noNaN: true })),
  top_p: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  n: fc.option(fc.integer({ min: 0, max: 4 })),
  max_tokens: fc.option(fc.integer({ min: 0, max: 50 })),
  stop: fc.option(fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 5 }))),
  seed: fc.option(fc.integer()),
};

describe('whatever is sent', () => {
  it('any JSON is answered in the dialect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expectDialect(await post('chat/completions', JSON.stringify(value)));
        expectDialect(await post('completions', JSON.stringify(value)), completion);
      }),
      { numRuns: 60 },
    );
  });

  it('anything that looks like a chat is answered in the dialect', async () => {
    const body = fc.record({
      ...shared,
      messages: fc.array(message, { maxLength: 6 }),
      logprobs: fc.option(fc.boolean()),
      top_logprobs: fc.option(fc.integer({ min: 0, max: 21 })),
    });
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        expectDialect(await post('chat/completions', JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });

  it('anything that looks like a raw completion is answered in the dialect', async () => {
    const body = fc.record({
      ...shared,
      prompt: text,
      echo: fc.option(fc.boolean()),
      logprobs: fc.option(fc.integer({ min: 0, max: 6 })),
    });
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        expectDialect(await post('completions', JSON.stringify(value)), completion);
      }),
      { numRuns: 120 },
    );
  });

  it('what is no JSON, or too much of it, is refused', async () => {
    expectDialect(await post('chat/completions', '{"model": "larch", '));
    const long = { model: 'larch', messages: [{ role: 'user', content: 'x'.repeat(5_000_000) }] };
    const { status } = await post('chat/completions', JSON.stringify(long));
    expect(status).toBe(413);
  });

  it('a long text is answered in good time', async () => {
    const content = 'You are feeling why do humans pick one of a, b or c '.repeat(20_000);
    const begun = performance.now();
    for (const role of ['user', 'system', 'assistant']) {
      const messages = [
        { role, content },
        { role: 'user', content },
      ];
      expectDialect(await post('chat/completions', JSON.stringify({ model: 'rowan', messages })));
    }
    expect(performance.now() - begun).toBeLessThan(6000);
  });
});
