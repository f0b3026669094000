import { describe, expect, test, vi } from 'vitest';
import type { ProviderLimits } from '../../core/models/types.ts';
import { type Answer, delta, end, event, says, serve, status, stream } from './server.ts';
import { ask, heldClock, instantClock, KEY, modelsAt } from './setting.ts';

const cut: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(delta('Sugar was'), () => response.destroy());
};
const hang: Answer = () => {};
const drop: Answer = (response) => response.destroy();
const malformed = stream(delta('Sugar'), 'data: {"choices": [\n\n');
const unended = stream(delta('Sugar was'), event('[DONE]'));
const shapeless = stream(event({ choices: [{ delta: { content: { a: 1 } } }] }));
const broken = stream(
  delta('Sugar'),
  event({ error: { message: `overloaded ${KEY}`, code: 502 } }),
);

describe('a fault that may go away', () => {
  test.each<[string, Answer]>([
    ['500', status(500)],
    ['503', status(503)],
    ['408', status(408)],
    ['409', status(409)],
    ['429', status(429)],
    ['a dropped connection', drop],
    ['a cut stream', cut],
    ['a stream without an end', unended],
    ['an event that is no JSON', malformed],
    ['an event of another shape', shapeless],
    ['an error in the stream', broken],
  ])('is tried again: %s', async (_, fault) => {
    const { baseUrl, received } = await serve(fault, says('Sugar was rare.'));
    const seen: string[] = [];
    const reply = await modelsAt(baseUrl).models.ask(
      ask({ onText: (piece) => seen.push(piece), onRestart: () => seen.splice(0) }),
    );
    expect(reply).toMatchObject({ outcome: 'answered', text: 'Sugar was rare.', attempts: 2 });
    expect(seen.join('')).toBe('Sugar was rare.');
    expect(received).toHaveLength(2);
  });

  test.each<[string, Answer, string]>([
    ['500', status(500), 'the provider has trouble (500); try again later'],
    ['a dropped connection', drop, 'the provider could not be reached; is 127.0.0.1:'],
    ['a cut stream', cut, 'the provider broke off in the middle'],
    ['something that is no stream', status(200, { hello: 'world' }), 'sent something unreadable'],
    ['a malformed stream', malformed, 'the provider sent something unreadable'],
    ['an error in the stream', broken, 'the provider has trouble (502); try again later'],
  ])('is given up in the end: %s', async (_, fault, reason) => {
    const { baseUrl, received } = await serve(fault);
    const reply = await modelsAt(baseUrl).models.ask(ask());
    expect(reply).toMatchObject({ outcome: 'failed', text: '', attempts: 3 });
    expect(reply.reason).toContain(reason);
    expect(received).toHaveLength(3);
  });

  test('is waited for with full jitter, longer each time', async () => {
    const { baseUrl } = await serve(status(500));
    const { clock, slept } = instantClock();
    await modelsAt(baseUrl, { clock, config: { attempts: 8 } }).models.ask(ask());
    expect(slept).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000]);
  });
});

describe('the limits of a minute', () => {
  const spent = stream(
    delta('Yes.'),
    end('stop', { usage: { prompt_tokens: 400, completion_tokens: 600 } }),
  );

  test.each<[string, Answer, Partial<ProviderLimits>]>([
    ['an attempt that failed', status(500), { requestsPerMinute: 2 }],
    ['the tokens that the provider counted', spent, { tokensPerMinute: 1_000 }],
  ])('count %s', async (_, answer, limit) => {
    const { baseUrl } = await serve(answer, spent);
    const { clock, slept } = instantClock();
    const limits = { concurrency: 4, ...limit };
    const { models } = modelsAt(baseUrl, { clock, provider: { limits } });
    await models.ask(ask());
    expect(Math.max(0, ...slept)).toBeLessThan(1_000);
    await models.ask(ask());
    expect(Math.max(...slept)).toBeGreaterThan(59_000);
  });
});

describe('a fault that stays', () => {
  test.each([400, 401, 402, 403, 404, 413, 422])('is told at once: %i', async (code) => {
    const echo = {
      error: { message: `Incorrect API key provided: ${KEY}`, code: KEY, param: KEY },
    };
    const { baseUrl, received } = await serve(status(code, echo));
    const { models, logged } = modelsAt(baseUrl);
    const reply = await models.ask(ask());
    expect(reply).toMatchObject({ outcome: 'failed', attempts: 1 });
    expect(reply.reason).toContain(`(${code})`);
    expect(received).toHaveLength(1);
    expect(logged()).toContain('[key]');
    expect(JSON.stringify(reply) + logged()).not.toContain(KEY);
  });
});

describe('a provider that asks to be left alone', () => {
  const wait = async (headers: Record<string, string>) => {
    const { baseUrl } = await serve(status(429, {}, headers), says('Yes.'));
    const { clock, slept } = instantClock(Date.parse('2026-01-01T00:00:00Z'));
    const reply = await modelsAt(baseUrl, { clock }).models.ask(ask());
    expect(reply.outcome).toBe('answered');
    return slept.reduce((sum, ms) => sum + ms, 0);
  };

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:12 GMT' }, 12_000],
    [{ 'retry-after-ms': '320' }, 320],
  ])('is, and not a moment less: %j', async (headers, asked) => {
    const waited = await wait(headers);
    expect(waited).toBeGreaterThanOrEqual(asked);
    expect(waited).toBeLessThanOrEqual(asked + 500);
  });

  test('is left alone by everyone', async () => {
    const { baseUrl, received } = await serve(
      status(429, {}, { 'retry-after': '7' }),
      says('Yes.'),
    );
    const { clock, slept, wake } = heldClock();
    const { models } = modelsAt(baseUrl, { clock });
    const first = models.ask(ask({ owner: 'a' }));
    await vi.waitFor(() => expect(slept).toHaveLength(1));
    const second = models.ask(ask({ owner: 'b' }));
    await vi.waitFor(() => expect(slept).toEqual([7_000, 7_000]));
    expect(received).toHaveLength(1);
    wake();
    expect([(await first).outcome, (await second).outcome]).toEqual(['answered', 'answered']);
    expect(received).toHaveLength(3);
  });

  test('for longer than an answer may take is believed, and nobody waits', async () => {
    const { baseUrl, received } = await serve(status(429, {}, { 'retry-after': '3600' }));
    const { models } = modelsAt(baseUrl);
    const reason = 'the provider’s limit is reached for 60 min (429); try again then';
    expect((await models.ask(ask())).reason).toContain('limit is reached (429)');
    expect(await models.ask(ask())).toMatchObject({ outcome: 'failed', attempts: 0, reason });
    expect(received).toHaveLength(1);
  });
});

describe('a provider that is slow', () => {
  const late = { connectMs: 20_000, firstTokenMs: 20_000, totalMs: 20_000 };
  const mute: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': waiting\n\n');
  };
  const endless: Answer = (response) => {
    mute(response, { path: '', headers: {}, body: {} });
    const more = setInterval(() => response.write(delta('and ')), 20);
    response.on('close', () => clearInterval(more));
  };

  // One limit at a time is short, so that on a busy machine none of the others is met before it.
  test.each<[string, Answer, number, Partial<typeof late>, string]>([
    ['to respond', hang, 2, { connectMs: 60 }, 'the provider did not respond within 0.1 s'],
    ['to begin', mute, 2, { firstTokenMs: 120 }, 'no first word within 0.1 s'],
    ['to end', endless, 1, { totalMs: 240 }, 'the answer was not finished within 0.2 s'],
  ])('%s', async (_, answer, attempts, soon, reason) => {
    const { baseUrl, open } = await serve(answer);
    const { models } = modelsAt(baseUrl, {
      config: { timeouts: { ...late, ...soon }, attempts: 2 },
    });
    const reply = await models.ask(ask());
    expect(reply).toMatchObject({ outcome: 'failed', attempts });
    expect(reply.reason).toContain(reason);
    await vi.waitFor(() => expect(open.size).toBe(0));
  });
});

describe('an ask that is cancelled', () => {
  const cancelled = { outcome: 'failed', reason: 'cancelled', text: '' };

  test('before it is sent, is not sent', async () => {
    const { baseUrl, received } = await serve(says('Yes.'));
    const reply = await modelsAt(baseUrl).models.ask(ask({ signal: AbortSignal.abort() }));
    expect(reply).toMatchObject(cancelled);
    expect(received).toEqual([]);
  });

  const begins: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(delta('Sugar'));
  };

  test.each<[string, Answer]>([
    ['before the provider responds', hang],
    ['while it streams', begins],
  ])('%s, ends at once and frees its place', async (_, answer) => {
    const { baseUrl, received, open } = await serve(answer, says('Yes.'));
    const { models } = modelsAt(baseUrl, { provider: { limits: { concurrency: 1 } } });
    const abort = new AbortController();
    const first = models.ask(ask({ signal: abort.signal, onText: () => abort.abort() }));
    const second = models.ask(ask());
    await vi.waitFor(() => expect(received).not.toHaveLength(0));
    if (answer === hang) abort.abort();
    expect(await first).toMatchObject(cancelled);
    expect((await second).text).toBe('Yes.');
    await vi.waitFor(() => expect(open.size).toBe(0));
  });

  test.each([500, 429])('while it waits to be tried again, ends at once: %i', async (code) => {
    const { baseUrl } = await serve(status(code, {}, { 'retry-after': '7' }));
    const { clock, slept } = heldClock();
    const abort = new AbortController();
    const reply = modelsAt(baseUrl, { clock }).models.ask(ask({ signal: abort.signal }));
    await vi.waitFor(() => expect(slept).toHaveLength(1));
    abort.abort();
    expect(await reply).toMatchObject(cancelled);
  });

  test('while others made the provider pause for longer, ends at once', async () => {
    const { baseUrl } = await serve(status(500), status(429, {}, { 'retry-after': '20' }));
    const { clock, slept, wake } = heldClock();
    const { models } = modelsAt(baseUrl, { clock });
    const abort = new AbortController();
    const reply = models.ask(ask({ signal: abort.signal }));
    await vi.waitFor(() => expect(slept).toHaveLength(1));
    void models.ask(ask({ owner: 'other' }));
    await vi.waitFor(() => expect(slept).toHaveLength(2));
    wake(0);
    await vi.waitFor(() => expect(slept).toHaveLength(3));
    abort.abort();
    expect(await reply).toMatchObject(cancelled);
  });
});

test('a stream that says more than its end is still read', async () => {
  const { baseUrl } = await serve(
    stream(
      delta('Yes.'),
      end().replace('data: [DONE]\n\n', ''),
      event({ choices: [], usage: { prompt_tokens: 1, completion_tokens: 2 } }),
    ),
  );
  const reply = await modelsAt(baseUrl).models.ask(ask());
  expect(reply).toMatchObject({ outcome: 'answered', usage: { tokensOut: 2, estimated: false } });
});
