import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, startCast } from '../../cast/server.ts';
import { ask, instantClock, model, modelsAt } from './setting.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast({ pace: 0, seed: 1 });
});
afterAll(() => cast.close());

const named = (name: string, content = 'Why do humans crave sugar?') =>
  ask({ model: model({ name }), messages: [{ role: 'user', content }], seed: 7 });

describe('against the simulated cast', () => {
  test('an answer streams in, and the same seed gives the same one', async () => {
    const { models } = modelsAt(cast.url);
    const pieces: string[] = [];
    const first = await models.ask({ ...named('larch'), onText: (piece) => pieces.push(piece) });
    expect(first).toMatchObject({ outcome: 'answered', usage: { estimated: false } });
    expect(pieces.join('')).toBe(first.text);
    expect((await models.ask(named('larch'))).text).toBe(first.text);
  });

  test('only what it marks as a refusal is taken for one', async () => {
    const { models } = modelsAt(cast.url);
    const asks = Array.from({ length: 60 }, (_, seed) => ({
      ...named(['larch', 'rowan', 'bramble'][seed % 3] ?? 'larch'),
      seed,
    }));
    const replies = await Promise.all(asks.map((one) => models.ask(one)));
    for (const { outcome, finishReason } of replies) {
      expect(outcome).toBe(finishReason === 'content_filter' ? 'refused' : 'answered');
    }
  });

  test('logprobs and raw completions come back', async () => {
    const { models } = modelsAt(cast.url);
    const chat = await models.ask({
      ...named('rowan'),
      topLogprobs: 3,
      parameters: { maxTokens: 1 },
    });
    expect(chat.outcome).toBe('answered');
    expect(chat.logprobs?.[0]?.top.length).toBeGreaterThan(0);
    const raw = await models.ask({ ...named('rowan', 'The coin came up'), completion: true });
    expect(raw).toMatchObject({ outcome: 'answered', text: expect.stringMatching(/\S/) });
  });

  test('a token limit truncates', async () => {
    const { models } = modelsAt(cast.url);
    const reply = await models.ask({ ...named('larch'), parameters: { maxTokens: 3 } });
    expect(reply).toMatchObject({ outcome: 'truncated', finishReason: 'length' });
  });

  test.each(['error&status=503', 'malformed', 'cut', 'rate-limit&after=2', 'rate-limit&form=date'])(
    'a fault that is asked for is outlived: %s',
    async (fault) => {
      const { clock } = instantClock(Date.now());
      const { models } = modelsAt(cast.url, { clock });
      const reply = await models.ask(named(`larch?fault=${fault}&times=1`));
      expect(reply).toMatchObject({ outcome: 'answered', attempts: 2 });
    },
  );

  test('a slow first word is not waited for', async () => {
    const timeouts = { connectMs: 5_000, firstTokenMs: 60, totalMs: 5_000 };
    const { models } = modelsAt(cast.url, { config: { timeouts, attempts: 1 } });
    const reply = await models.ask(named('larch?fault=slow&ms=3000'));
    expect(reply.reason).toMatch(/^(no first word|the provider did not respond) within/);
  });

  test('its models are ready', async () => {
    const { models } = modelsAt(cast.url, {
      config: { models: new Map([['larch', model({ id: 'larch', name: 'larch' })]]) },
    });
    expect(await models.status()).toEqual([{ model: 'larch', state: 'ready' }]);
  });
});
