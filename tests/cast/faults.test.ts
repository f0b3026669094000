import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readName } from '../../cast/faults.ts';
import { split } from '../../cast/voice/tokens.ts';
import { type RunningCast, runningCast } from './cast.ts';

let running: RunningCast;
beforeAll(async () => {
  running = await runningCast();
});
afterAll(() => running.cast.close());

const messages = [{ role: 'user', content: 'What makes a good breakfast?' }] as const;

function ask(model: string) {
  return running.client.chat.completions.create({ model, messages: [...messages] });
}

async function stream(model: string): Promise<string> {
  const asked = { model, messages: [...messages], seed: 1, stream: true as const };
  let text = '';
  try {
    for await (const { choices } of await running.client.chat.completions.create(asked)) {
      text += choices[0]?.delta.content ?? '';
    }
  } catch (error) {
    throw Object.assign(new Error('cut off', { cause: error }), { text });
  }
  return text;
}

describe('faults that a model name asks for', () => {
  it('429 with Retry-After in seconds', async () => {
    const failure = await ask('larch?fault=rate-limit&after=7').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OpenAI.RateLimitError);
    expect(failure instanceof OpenAI.APIError && failure.headers?.get('retry-after')).toBe('7');
  });

  it('429 with Retry-After as an HTTP date', async () => {
    const before = Date.now();
    const failure = await ask('larch?fault=rate-limit&after=60&form=date').catch((error) => error);
    const date = failure instanceof OpenAI.APIError && failure.headers?.get('retry-after');
    expect(date).toMatch(/GMT$/);
    expect(Math.abs(Date.parse(String(date)) - before - 60_000)).toBeLessThan(5000);
  });

  it('500, or another status', async () => {
    await expect(ask('larch?fault=error')).rejects.toMatchObject({ status: 500 });
    await expect(ask('larch?fault=error&status=503')).rejects.toMatchObject({ status: 503 });
  });

  it('a body that is no JSON, streamed or not', async () => {
    await expect(ask('larch?fault=malformed')).rejects.toThrow(/JSON/);
    await expect(stream('larch?fault=malformed')).rejects.toThrow();
  });

  it('a stream that is cut after some tokens, and a body that is cut in the middle', async () => {
    const full = await stream('larch');
    const nothing: unknown = await stream('larch?fault=cut&tokens=0').catch((error) => error);
    expect(nothing).toMatchObject({ text: '' });
    const some: unknown = await stream('larch?fault=cut&tokens=4').catch((error) => error);
    expect(some).toMatchObject({ text: split(full).slice(0, 4).join('') });
    await expect(ask('larch?fault=cut')).rejects.toThrow();
  });

  it('a first token that comes late', async () => {
    const begun = performance.now();
    await stream('larch?fault=slow&ms=150');
    expect(performance.now() - begun).toBeGreaterThan(140);
  });

  it('only so many times, and then an answer', async () => {
    const name = 'larch?fault=error&times=2&id=twice';
    await expect(ask(name)).rejects.toMatchObject({ status: 500 });
    await expect(ask(name)).rejects.toMatchObject({ status: 500 });
    expect((await ask(name)).choices[0]?.message.content).toMatch(/^[A-Z].{20,}\.$/s);
  });

  it('says which part of the name is wrong', async () => {
    await expect(ask('larch?fault=boredom')).rejects.toMatchObject({ status: 400, param: 'fault' });
    await expect(ask('larch?fault=slow&ms=soon')).rejects.toMatchObject({
      status: 400,
      param: 'ms',
    });
    await expect(ask('elm?fault=slow&ms=0')).rejects.toMatchObject({ status: 404 });
  });

  it('leaves plain names alone', () => {
    expect(readName('larch')).toEqual({ model: 'larch' });
  });
});

it('ends a stream whose reader has gone away, and goes on serving', async () => {
  const { cast, client } = await runningCast({ pace: { wordsPerSecond: 1, longestMs: 60_000 } });
  const asked = { model: 'larch', messages: [...messages], stream: true as const };
  const open = await client.chat.completions.create(asked);
  for await (const _ of open) break;
  expect((await client.models.list()).data).toHaveLength(4);
  await cast.close();
});
