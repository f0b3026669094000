import { describe, expect, test } from 'vitest';
import { readChunk } from '../../core/models/chunk.ts';

const chat = (delta: object, more: object = {}) => ({ choices: [{ index: 0, delta, ...more }] });

describe('an event of a stream', () => {
  test.each([
    ['OpenAI', chat({ role: 'assistant', content: 'Sugar', refusal: null }), { text: 'Sugar' }],
    ['DeepSeek', chat({ content: null, reasoning_content: 'Hm' }), { text: '', reasoning: 'Hm' }],
    ['OpenRouter', chat({ content: '', reasoning: 'Hm' }), { text: '', reasoning: 'Hm' }],
    [
      'Mistral',
      chat({
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] },
          { type: 'reference', reference_ids: [1] },
          { type: 'text', text: 'Sugar' },
        ],
      }),
      { text: 'Sugar', reasoning: 'Hm' },
    ],
    ['a refusal', chat({ refusal: 'No.' }), { text: '', refusal: 'No.' }],
    ['a completion', { choices: [{ text: 'heads', logprobs: null }] }, { text: 'heads' }],
    ['the end', chat({}, { finish_reason: 'stop' }), { text: '', finishReason: 'stop' }],
    [
      'the usage',
      { model: 'm-1', choices: [], usage: { prompt_tokens: 3, completion_tokens: 5 } },
      { usage: { tokensIn: 3, tokensOut: 5 }, servedBy: 'm-1' },
    ],
    ['no usage yet', { ...chat({ content: 'a' }), usage: null }, { text: 'a', usage: undefined }],
    ['a heartbeat', {}, { text: '', finishReason: undefined }],
  ])('is read: %s', (_, raw, expected) => {
    expect(readChunk(raw)).toMatchObject(expected);
  });

  test('has the logprobs of a chat', () => {
    const top_logprobs = [
      { token: 'heads', logprob: -0.1, bytes: [104] },
      { token: 'tails', logprob: -2.4 },
    ];
    const logprobs = { content: [{ token: 'heads', logprob: -0.1, top_logprobs }], refusal: null };
    expect(readChunk(chat({ content: 'heads' }, { logprobs })).logprobs).toEqual([
      {
        token: 'heads',
        logprob: -0.1,
        top: [
          { token: 'heads', logprob: -0.1 },
          { token: 'tails', logprob: -2.4 },
        ],
      },
    ]);
  });

  test('has the logprobs of a raw completion', () => {
    const logprobs = {
      tokens: ['heads'],
      token_logprobs: [-0.1],
      top_logprobs: [{ heads: -0.1, tails: -2.4 }],
      text_offset: [0],
    };
    expect(readChunk({ choices: [{ text: 'heads', logprobs }] }).logprobs).toEqual([
      {
        token: 'heads',
        logprob: -0.1,
        top: [
          { token: 'heads', logprob: -0.1 },
          { token: 'tails', logprob: -2.4 },
        ],
      },
    ]);
  });

  test.each([
    null,
    [],
    'text',
    7,
    { choices: 'none' },
    { choices: [{ delta: 'text' }] },
    { choices: [{ delta: { content: 7 } }] },
  ])('is refused where it is none: %j', (raw) => {
    expect(() => readChunk(raw)).toThrow('the provider sent something unreadable');
  });
});
