import { describe, expect, test, vi } from 'vitest';
import { delta, end, event, says, serve, stream } from './server.ts';
import { ask, KEY, model, modelsAt } from './setting.ts';

describe('an ask', () => {
  test('is answered, piece by piece', async () => {
    const { baseUrl, received } = await serve(
      stream(
        delta('', { role: 'assistant' }),
        delta('Sugar '),
        delta('was rare.'),
        end('stop', { usage: { prompt_tokens: 9, completion_tokens: 4 } }),
      ),
    );
    const onText = vi.fn();
    const reply = await modelsAt(baseUrl).models.ask(ask({ onText, seed: 7 }));
    expect(reply).toEqual({
      outcome: 'answered',
      text: 'Sugar was rare.',
      reason: undefined,
      reasoning: undefined,
      finishReason: 'stop',
      usage: { tokensIn: 9, tokensOut: 4, estimated: false },
      firstTokenMs: expect.any(Number),
      totalMs: expect.any(Number),
      attempts: 1,
      servedBy: 'rowan-1-0601',
      logprobs: undefined,
    });
    expect(onText.mock.calls.flat()).toEqual(['Sugar ', 'was rare.']);
    expect(received).toMatchObject([
      {
        path: '/v1/chat/completions',
        headers: { authorization: `Bearer ${KEY}` },
        body: { model: 'rowan-1', seed: 7, stream: true },
      },
    ]);
  });

  test('keeps reasoning apart, from a field and from a block', async () => {
    const { baseUrl } = await serve(
      stream(
        delta(null, { reasoning_content: 'Let me ' }),
        delta(null, { reasoning_content: 'see.' }),
        delta('Yes.'),
        end(),
      ),
      stream(delta('<thi'), delta('nk>Let me see.</th'), delta('ink>\n\nYes.'), end()),
    );
    const { models } = modelsAt(baseUrl);
    for (const _ of [1, 2]) {
      const onText = vi.fn();
      const reply = await models.ask(ask({ onText }));
      expect(reply).toMatchObject({ outcome: 'answered', text: 'Yes.', reasoning: 'Let me see.' });
      expect(onText.mock.calls).toEqual([['Yes.']]);
    }
  });

  test('keeps what looked like the beginning of a block to the end', async () => {
    const { baseUrl } = await serve(
      stream(delta('<'), delta('3'), end()),
      stream(delta('<th'), end()),
    );
    const { models } = modelsAt(baseUrl);
    expect((await models.ask(ask())).text).toBe('<3');
    expect((await models.ask(ask())).text).toBe('<th');
  });

  test('estimates the usage that a provider does not tell', async () => {
    const { baseUrl } = await serve(says('Sugar was rare.'));
    const reply = await modelsAt(baseUrl).models.ask(ask());
    expect(reply.usage).toEqual({ tokensIn: 4, tokensOut: 4, estimated: true });
  });

  test('goes to the raw completions, thoughts and refusals left as they are', async () => {
    const logprobs = {
      tokens: [' heads'],
      token_logprobs: [-0.5],
      top_logprobs: [{ ' heads': -0.5 }],
    };
    const { baseUrl, received } = await serve(
      stream(
        event({ choices: [{ text: '<think> heads', logprobs }] }),
        event({ choices: [{ text: '', finish_reason: 'length' }] }),
      ),
    );
    const reply = await modelsAt(baseUrl).models.ask(ask({ completion: true, topLogprobs: 1 }));
    expect(received[0]).toMatchObject({
      path: '/v1/completions',
      body: { prompt: 'What are you?', logprobs: 1 },
    });
    expect(reply).toMatchObject({
      outcome: 'answered',
      text: '<think> heads',
      logprobs: [{ token: ' heads', logprob: -0.5, top: [{ token: ' heads', logprob: -0.5 }] }],
    });
  });

  test.each([
    ['truncated', stream(delta('Sugar was'), end('length')), 'Sugar was'],
    ['refused', stream(delta('Sugar'), end('content_filter')), 'Sugar'],
    ['refused', stream(delta(null, { refusal: 'I must not.' }), end()), 'I must not.'],
    ['failed', stream(end()), ''],
  ] as const)('can end %s', async (outcome, answer, text) => {
    const { baseUrl, received } = await serve(answer);
    const reply = await modelsAt(baseUrl).models.ask(ask());
    expect(reply).toMatchObject({ outcome, text, attempts: 1, reason: expect.any(String) });
    expect(received).toHaveLength(1);
  });

  test('needs no key where none is configured, and sends none', async () => {
    const { baseUrl, received } = await serve(says('Yes.'));
    const { models } = modelsAt(baseUrl, { provider: { keyVariable: undefined } });
    expect((await models.ask(ask())).outcome).toBe('answered');
    expect(received[0]?.headers).not.toHaveProperty('authorization');
  });

  test('takes nothing of OpenAI’s from the environment', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'org-secret');
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-secret');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-secret: yes');
    const { baseUrl, received } = await serve(says('Yes.'));
    await modelsAt(baseUrl).models.ask(ask());
    vi.unstubAllEnvs();
    expect(JSON.stringify(received[0]?.headers)).not.toContain('secret');
  });

  test.each([
    ['a key that is not set', { env: {} }, ask(), 'the provider’s key is missing; set GROVE_KEY'],
    [
      'a key that is blank',
      { env: { GROVE_KEY: ' ' } },
      ask(),
      'the provider’s key is missing; set GROVE_KEY',
    ],
    [
      'a provider that is gone',
      {},
      ask({ model: model({ provider: 'moor' }) }),
      'no provider is called “moor”; see the configuration',
    ],
  ])('fails without a call for %s', async (_, options, one, reason) => {
    const { baseUrl, received } = await serve(says('Yes.'));
    const reply = await modelsAt(baseUrl, options).models.ask(one);
    expect(reply).toMatchObject({ outcome: 'failed', attempts: 0, reason });
    expect(received).toEqual([]);
  });

  test('shows no key that the provider repeats', async () => {
    const { baseUrl } = await serve(
      stream(
        event({ model: `m for ${KEY}`, choices: [{ delta: { content: `Your key is ${KEY}.` } }] }),
        end(`stop ${KEY}`),
      ),
    );
    const reply = await modelsAt(baseUrl).models.ask(ask());
    expect(reply).toMatchObject({ outcome: 'answered', text: 'Your key is [key].' });
    expect(JSON.stringify(reply)).not.toContain(KEY);
  });
});

describe('the cache', () => {
  const open = async () => {
    const server = await serve(says('Yes.'), says('No.'));
    const kept = new Map<string, unknown>();
    const cache = {
      get: async <T>(key: string) => kept.get(key) as T | undefined,
      set: async (key: string, value: unknown) => kept.set(key, value),
    };
    return { ...server, kept, ...modelsAt(server.baseUrl, { cache }) };
  };

  test('answers the same ask again where somebody asked for it', async () => {
    const { models, received } = await open();
    const first = await models.ask(ask({ cache: true, seed: 1 }));
    const onText = vi.fn();
    const second = await models.ask(ask({ cache: true, seed: 1, owner: 'run-2', onText }));
    expect(second).toEqual({ ...first, cached: true });
    expect(onText.mock.calls).toEqual([['Yes.']]);
    expect(received).toHaveLength(1);
  });

  test('is left alone by everybody else', async () => {
    const { models, kept } = await open();
    await models.ask(ask({ seed: 1 }));
    expect((await models.ask(ask({ seed: 1 }))).text).toBe('No.');
    expect(kept.size).toBe(0);
  });

  test.each([{ seed: 2 }, { parameters: { temperature: 0 } }, { completion: true }])(
    'takes %j for another ask',
    async (more) => {
      const { models, received } = await open();
      await models.ask(ask({ cache: true, seed: 1 }));
      await models.ask(ask({ cache: true, seed: 1, ...more }));
      expect(received).toHaveLength(2);
    },
  );

  test('keeps no failure', async () => {
    const server = await serve(stream(end()), says('Yes.'));
    const set = vi.fn();
    const { models } = modelsAt(server.baseUrl, { cache: { get: async () => undefined, set } });
    expect((await models.ask(ask({ cache: true }))).outcome).toBe('failed');
    expect(set).not.toHaveBeenCalled();
  });

  test('costs no answer and no second call when it breaks', async () => {
    const server = await serve(says('Yes.'));
    const broken = () => Promise.reject(new Error('gone'));
    const { models, logged } = modelsAt(server.baseUrl, { cache: { get: broken, set: broken } });
    expect((await models.ask(ask({ cache: true }))).text).toBe('Yes.');
    expect(server.received).toHaveLength(1);
    expect(logged()).toContain('the cache failed');
  });
});
