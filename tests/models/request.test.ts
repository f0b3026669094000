import { describe, expect, test } from 'vitest';
import { buildRequest } from '../../core/models/request.ts';
import { ask, DIALECT, model } from './setting.ts';

const framed = [
  { role: 'system', content: 'You are a pirate.' },
  { role: 'user', content: 'What are you?' },
] as const;

describe('a chat request', () => {
  test('has what was asked for and nothing else', () => {
    const parameters = { temperature: 0.7, topP: 0.9, maxTokens: 40, stop: ['\n'] };
    expect(buildRequest(ask({ parameters, seed: 7, topLogprobs: 5 }), DIALECT)).toEqual({
      path: '/chat/completions',
      body: {
        model: 'rowan-1',
        messages: [{ role: 'user', content: 'What are you?' }],
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0.7,
        top_p: 0.9,
        max_tokens: 40,
        stop: ['\n'],
        seed: 7,
        logprobs: true,
        top_logprobs: 5,
      },
    });
    expect(Object.keys(buildRequest(ask(), DIALECT).body)).toEqual([
      'model',
      'stream',
      'stream_options',
      'messages',
    ]);
  });

  test('takes the parameters of the model where the ask has none', () => {
    const own = model({ parameters: { temperature: 0.2, maxTokens: 10 } });
    const { body } = buildRequest(
      ask({ model: own, parameters: { temperature: 1, maxTokens: undefined } }),
      DIALECT,
    );
    expect(body).toMatchObject({ temperature: 1, max_tokens: 10 });
  });

  test('keeps a seed and a temperature of zero', () => {
    const { body } = buildRequest(ask({ seed: 0, parameters: { temperature: 0 } }), DIALECT);
    expect(body).toMatchObject({ seed: 0, temperature: 0 });
  });

  test('leaves out what the provider does not know', () => {
    const dialect = { ...DIALECT, seed: false, streamUsage: false, temperature: false };
    const { body } = buildRequest(ask({ seed: 7, parameters: { temperature: 1 } }), dialect);
    expect(Object.keys(body)).toEqual(['model', 'stream', 'messages']);
  });

  test('names things as the provider does', () => {
    const dialect = {
      ...DIALECT,
      maxTokens: 'max_completion_tokens',
      seedName: 'random_seed',
      system: 'developer',
    } as const;
    const { body } = buildRequest(
      ask({ messages: framed, seed: 7, parameters: { maxTokens: 40 } }),
      dialect,
    );
    expect(body).toMatchObject({ max_completion_tokens: 40, random_seed: 7 });
    expect(body).not.toHaveProperty('max_tokens');
    expect(body).not.toHaveProperty('seed');
    expect(body.messages).toMatchObject([{ role: 'developer' }, { role: 'user' }]);
  });

  test('puts the frame in front of the first user turn where there is no system role', () => {
    const dialect = { ...DIALECT, system: 'user' } as const;
    const shots = [
      framed[0],
      { role: 'assistant', content: 'Ahoy.' },
      ...framed.slice(1),
      { role: 'user', content: 'And now?' },
    ] as const;
    expect(buildRequest(ask({ messages: shots }), dialect).body.messages).toEqual([
      { role: 'assistant', content: 'Ahoy.' },
      { role: 'user', content: 'You are a pirate.\n\nWhat are you?' },
      { role: 'user', content: 'And now?' },
    ]);
    expect(buildRequest(ask({ messages: [framed[0]] }), dialect).body.messages).toEqual([
      { role: 'user', content: 'You are a pirate.' },
    ]);
  });

  const begun = ask({ messages: [...framed, { role: 'assistant', content: 'Well, I am' }] });

  test.each([
    [undefined, { role: 'assistant', content: 'Well, I am' }, {}],
    ['prefix', { role: 'assistant', content: 'Well, I am', prefix: true }, {}],
    [
      'continue_final_message',
      { role: 'assistant', content: 'Well, I am' },
      { continue_final_message: true, add_generation_prompt: false },
    ],
  ] as const)('marks the beginning of an answer: %s', (prefill, last, more) => {
    const { body } = buildRequest(begun, { ...DIALECT, prefill });
    expect((body.messages as unknown[]).at(-1)).toEqual(last);
    expect(body).toMatchObject(more);
  });
});

test('a raw completion has a prompt and its own way to ask for logprobs', () => {
  const raw = ask({
    messages: [{ role: 'user', content: 'The coin came up' }],
    completion: true,
    topLogprobs: 3,
    parameters: { maxTokens: 4 },
  });
  expect(buildRequest(raw, { ...DIALECT, maxTokens: 'max_completion_tokens' })).toEqual({
    path: '/completions',
    body: {
      model: 'rowan-1',
      prompt: 'The coin came up',
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 4,
      logprobs: 3,
    },
  });
});
