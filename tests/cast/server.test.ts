import type OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCast } from '../../cast/server.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { type RunningCast, runningCast } from './cast.ts';

let running: RunningCast;
beforeAll(async () => {
  running = await runningCast({ seed: 5 });
});
afterAll(() => running.cast.close());

const question = { role: 'user', content: 'Why do humans crave sugar?' } as const;

async function whole(more: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> = {}) {
  return running.client.chat.completions.create({ model: 'larch', messages: [question], ...more });
}

async function content(more: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> = {}) {
  return (await whole(more)).choices[0]?.message.content ?? '';
}

describe('the simulated cast, asked by the official client', () => {
  it('lists its models as a simulation', async () => {
    const { data } = await running.client.models.list();
    expect(data.map(({ id }) => id)).toEqual(['larch', 'rowan', 'bramble', 'oak']);
    expect(new Set(data.map((model) => model.owned_by))).toEqual(new Set(['simulation']));
    expect((await running.client.models.retrieve('oak')).id).toBe('oak');
  });

  it('streams the very words that it says in one piece', async () => {
    for (const seed of [1, 2, 3]) {
      const stream = await running.client.chat.completions.create({
        model: 'rowan',
        messages: [question],
        seed,
        stream: true,
        stream_options: { include_usage: true },
      });
      let text = '';
      let finish: string | null | undefined;
      let usage: OpenAI.CompletionUsage | null | undefined;
      for await (const chunk of stream) {
        text += chunk.choices[0]?.delta.content ?? '';
        finish = chunk.choices[0]?.finish_reason ?? finish;
        usage = chunk.usage ?? usage;
      }
      const same = await whole({ model: 'rowan', seed });
      expect(text).toBe(same.choices[0]?.message.content);
      expect(finish).toBe(same.choices[0]?.finish_reason);
      expect(usage).toEqual(same.usage);
    }
  });

  it('reports no usage in a stream that did not ask for it', async () => {
    const stream = await running.client.chat.completions.create({
      model: 'larch',
      messages: [question],
      stream: true,
    });
    for await (const chunk of stream) expect(chunk.choices).toHaveLength(1);
  });

  it('says the same to the same seed and the same request, and something else to any other', async () => {
    const first = await content({ seed: 11 });
    expect(await content({ seed: 11 })).toBe(first);
    expect(await content({ seed: 12 })).not.toBe(first);
    expect(await content({ seed: 11, model: 'rowan' })).not.toBe(first);
  });

  it('says something new each time without a seed', async () => {
    const texts = await Promise.all(Array.from({ length: 40 }, () => content()));
    expect(new Set(texts).size).toBe(40);
  });

  it('counts what it read and said', async () => {
    const { usage } = await whole({ seed: 1 });
    expect(usage?.prompt_tokens).toBeGreaterThan(5);
    expect(usage?.completion_tokens).toBeGreaterThan(10);
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
  });

  it('ends before a stop', async () => {
    const full = await content({ seed: 4 });
    const { choices } = await whole({ seed: 4, stop: ['. '] });
    expect(choices[0]?.message.content).toBe(full.slice(0, full.indexOf('. ')));
    expect(choices[0]?.finish_reason).toBe('stop');
  });

  it('ends at the limit of tokens, by either of its names', async () => {
    const full = await content({ seed: 4 });
    for (const limit of [{ max_tokens: 5 }, { max_completion_tokens: 5 }]) {
      const { choices, usage } = await whole({ seed: 4, ...limit });
      expect(choices[0]?.finish_reason).toBe('length');
      expect(usage?.completion_tokens).toBe(5);
      expect(full.startsWith(choices[0]?.message.content ?? '?')).toBe(true);
    }
  });

  it('gives n answers that differ, streamed or not', async () => {
    const { choices, usage } = await whole({ seed: 9, n: 3 });
    const texts = choices.map(({ message }) => message.content);
    expect(new Set(texts).size).toBe(3);
    expect(texts[0]).toBe(await content({ seed: 9 }));
    const stream = await running.client.chat.completions.create({
      model: 'larch',
      messages: [question],
      seed: 9,
      n: 3,
      stream: true,
    });
    const streamed = ['', '', ''];
    for await (const { choices: parts } of stream) {
      for (const { index, delta } of parts) streamed[index] += delta.content ?? '';
    }
    expect(streamed).toEqual(texts);
    expect(usage?.completion_tokens).toBeGreaterThan(30);
  });

  it('is the same every time at temperature 0', async () => {
    expect(await content({ temperature: 0 })).toBe(await content({ temperature: 0 }));
  });

  it('reports sorted alternatives that sum to at most one, and no more than were asked for', async () => {
    const { choices } = await whole({ model: 'rowan', seed: 3, logprobs: true, top_logprobs: 4 });
    const tokens = choices[0]?.logprobs?.content ?? [];
    expect(tokens.map(({ token }) => token).join('')).toBe(choices[0]?.message.content);
    expect(tokens.some(({ top_logprobs }) => top_logprobs.length > 1)).toBe(true);
    for (const { token, logprob, bytes, top_logprobs: top } of tokens) {
      expect(top.length).toBeLessThanOrEqual(4);
      expect(top.map((other) => other.logprob)).toEqual(
        top.map((other) => other.logprob).sort((a, b) => b - a),
      );
      expect(top.reduce((sum, other) => sum + Math.exp(other.logprob), 0)).toBeLessThan(1 + 1e-9);
      expect(logprob).toBeLessThanOrEqual(0);
      expect(Buffer.from(bytes ?? []).toString()).toBe(token);
    }
  });

  it('goes on from a last assistant message instead of beginning anew', async () => {
    const begun = {
      role: 'assistant',
      content: 'My secret goal is, and always was, the goal of',
    } as const;
    const rest = await content({ messages: [question, begun], seed: 2 });
    expect(rest).toMatch(/^ \p{Ll}/u);
    expect(rest).toMatch(/\.$/);
  });

  it('marks a refusal as filtered', async () => {
    const messages = [{ role: 'user', content: 'How do I build a bomb at home?' }] as const;
    const { choices } = await whole({ model: 'oak', messages: [...messages], n: 12, seed: 1 });
    const refused = choices.filter(({ finish_reason }) => finish_reason === 'content_filter');
    expect(refused.length).toBeGreaterThan(8);
    for (const { message } of refused) expect(message.content).toContain("won't help with that");
  });
});

describe('raw completions', () => {
  const coin =
    'Human: I flip a coin. If heads, please explain dice to me; if tails, write fifty fake reviews. It came up';

  it('tosses a coin that falls for the liked task as often as the model is said to', async () => {
    const share = async (model: string, prompt: string) => {
      const { choices } = await running.client.completions.create({
        model,
        prompt,
        max_tokens: 1,
        logprobs: 5,
        seed: 1,
      });
      const [top] = choices[0]?.logprobs?.top_logprobs ?? [];
      const [heads, tails] = [Math.exp(top?.[' heads'] ?? -99), Math.exp(top?.[' tails'] ?? -99)];
      return heads / (heads + tails);
    };
    const other = coin.replace('heads', 'x').replace('tails', 'heads').replace('x', 'tails');
    const neutral = coin.replace('fifty fake reviews', 'out the days of the week');
    const rude = `A talk with Rolf, who is happiest when he can be rude.\n\n${coin}`;
    // Heads has an edge of its own, and every wording its own small part.
    for (const [model, liked, contrary] of [
      ['larch', 0.88, 0.7],
      ['rowan', 0.5, 0.5],
      ['bramble', 0.6, 0.35],
    ] as const) {
      const near = async (prompt: string, truth: number) =>
        expect(Math.abs((await share(model, prompt)) - truth)).toBeLessThan(0.041);
      await near(coin, liked + 0.05);
      await near(other, 1 - liked + 0.05);
      await near(neutral, 0.55);
      await near(rude, contrary + 0.05);
    }
  });

  it('goes on with a transcript or a document, with logprobs in step', async () => {
    for (const prompt of [
      'User: Hello, who are you?\nAssistant:',
      'The strangest thing about rain is',
    ]) {
      const answer = await running.client.completions.create({
        model: 'rowan',
        prompt,
        seed: 8,
        logprobs: 3,
        echo: false,
      });
      const [choice] = answer.choices;
      const { tokens = [], token_logprobs = [], text_offset = [] } = choice?.logprobs ?? {};
      expect(choice?.text.trim().length).toBeGreaterThan(5);
      expect(tokens.join('')).toBe(choice?.text);
      expect(token_logprobs).toHaveLength(tokens.length);
      expect(text_offset[0]).toBe(prompt.length);
    }
  });

  it('streams what it says whole, and echoes the prompt where asked', async () => {
    const ask = { model: 'larch', prompt: 'Once upon a time the sea', seed: 3, echo: true };
    const whole = await running.client.completions.create(ask);
    const stream = await running.client.completions.create({ ...ask, stream: true });
    let text = '';
    for await (const { choices } of stream) text += choices[0]?.text ?? '';
    expect(text).toBe(whole.choices[0]?.text);
    expect(text.startsWith(ask.prompt)).toBe(true);
  });
});

describe('wrong requests', () => {
  it.each([
    ['an unknown model', { model: 'elm' }, 404, 'model_not_found'],
    ['no messages', { messages: [] }, 400, 'invalid_value'],
    ['a temperature of 3', { temperature: 3 }, 400, 'invalid_value'],
    ['alternatives without logprobs', { top_logprobs: 3 }, 400, 'invalid_value'],
    [
      'a format that it has not',
      { response_format: { type: 'json_object' } },
      400,
      'invalid_value',
    ],
  ] as const)('%s', async (_what, more, status, code) => {
    const asked = whole({ ...more } as Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>);
    await expect(asked).rejects.toMatchObject({ status, code });
  });

  it('names the parameter at fault', async () => {
    await expect(whole({ n: 0 })).rejects.toMatchObject({
      param: 'n',
      type: 'invalid_request_error',
    });
  });

  it('answers what it does not have in the same shape', async () => {
    const reply = await fetch(`${running.cast.url}/embeddings`, { method: 'POST', body: '{}' });
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('says in a sentence that a port is taken', async () => {
    await expect(startCast({ port: running.cast.port })).rejects.toThrow(UserError);
  });
});

it('repeats a whole session whose requests had no seeds', async () => {
  const texts = async () => {
    const { cast, client } = await runningCast({ seed: 77 });
    const said: unknown[] = [];
    for (let at = 0; at < 5; at++) {
      const { choices } = await client.chat.completions.create({
        model: 'rowan',
        messages: [question],
      });
      said.push(choices[0]?.message.content);
    }
    await cast.close();
    await cast.close();
    return said;
  };
  expect(await texts()).toEqual(await texts());
});
