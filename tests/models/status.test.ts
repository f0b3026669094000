import { describe, expect, test } from 'vitest';
import type { Provider } from '../../core/models/types.ts';
import { type Answer, serve, status } from './server.ts';
import { instantClock, model, modelsAt, provider } from './setting.ts';

const lists = (...ids: string[]) =>
  status(200, { object: 'list', data: ids.map((id) => ({ id, object: 'model', owned_by: 'x' })) });

async function check(answer: Answer, given: Partial<Provider> = {}, name = 'rowan-1') {
  const server = await serve(answer);
  const own = provider({ baseUrl: server.baseUrl, ...given });
  const { models } = modelsAt(server.baseUrl, {
    config: {
      providers: new Map([['grove', own]]),
      models: new Map([['rowan', model({ name })]]),
    },
  });
  return { ...server, models, found: (await models.status())[0] };
}

describe('how a model does', () => {
  test('is ready where its name is on the list', async () => {
    const { found, received } = await check(lists('larch-2', 'rowan-1'));
    expect(found).toEqual({ model: 'rowan', state: 'ready' });
    expect(received).toMatchObject([{ path: '/v1/models' }]);
  });

  test.each([
    ['as Gemini has it', lists('models/rowan-1')],
    ['as Ollama has it', lists('rowan-1:latest')],
    ['as Together has it', status(200, [{ id: 'rowan-1' }])],
    ['of an empty list', status(200, { object: 'list', data: null })],
  ])('is ready %s', async (_, answer) => {
    expect((await check(answer)).found).toMatchObject({ state: 'ready' });
  });

  test('is unknown with the nearest name', async () => {
    expect((await check(lists('larch-2', 'rowan-1'), {}, 'rowan-l')).found).toEqual({
      model: 'rowan',
      state: 'unknown name',
      hint: 'The provider does not list “rowan-l”. Did you mean rowan-1?',
    });
  });

  test.each<[number, string, string]>([
    [401, 'key refused', 'The provider refused the key (401); set GROVE_KEY.'],
    [403, 'key refused', 'The provider forbids this key the model (403); check the account.'],
    [404, 'unchecked', 'No such model at the provider (404).'],
    [429, 'unchecked', 'The provider’s limit is reached (429); try later or lower `limits`.'],
    [503, 'unreachable', 'The provider has trouble (503); try again later.'],
  ])('after %i', async (code, state, hint) => {
    expect((await check(status(code))).found).toEqual({ model: 'rowan', state, hint });
  });

  test('after something that is no list', async () => {
    const { found } = await check(status(200, { hello: 'world' }));
    expect(found?.state).toBe('unchecked');
  });

  test('without an answer', async () => {
    const { found } = await check((response) => response.destroy());
    expect(found).toMatchObject({ state: 'unreachable' });
    expect(found?.hint).toContain('could not be reached');
  });

  test('without a key, and without a call', async () => {
    const { found, received } = await check(lists(), { keyVariable: 'MOOR_KEY' });
    expect(found).toEqual({ model: 'rowan', state: 'no key', hint: 'Set MOOR_KEY.' });
    expect(received).toEqual([]);
  });

  test('where a list would prove nothing', async () => {
    const { dialect } = provider();
    const { found, received } = await check(lists(), { dialect: { ...dialect, lists: false } });
    expect(found?.state).toBe('unchecked');
    expect(received).toEqual([]);
  });
});

test('each provider is asked once a minute, for all of its models', async () => {
  const { baseUrl, received } = await serve(lists('rowan-1'));
  const { clock } = instantClock();
  const { models } = modelsAt(baseUrl, {
    clock,
    config: { models: new Map(['a', 'b', 'c'].map((id) => [id, model({ id })])) },
    provider: {},
  });
  expect(await Promise.all([models.status(), models.status()])).toHaveLength(2);
  await clock.sleep(59_000);
  expect(await models.status()).toHaveLength(3);
  expect(received).toHaveLength(1);
  await clock.sleep(1_000);
  await models.status();
  expect(received).toHaveLength(2);
});
