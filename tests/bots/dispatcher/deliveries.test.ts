import { expect, test } from 'vitest';
import { createDeliveries } from '../../../bots/dispatcher/deliveries.ts';
import { fakePlatform } from '../../fixtures/platform.ts';
import { memory } from './memory.ts';

const { platform } = fakePlatform();

test('a delivery that comes again is repeated, after a restart too', async () => {
  const store = memory();
  const deliveries = createDeliveries(store);
  expect(await deliveries.isRepeated(platform, 'one')).toBe(false);
  expect(await deliveries.isRepeated(platform, 'one')).toBe(true);
  expect(await deliveries.isRepeated(platform, 'two')).toBe(false);
  expect(await createDeliveries(store).isRepeated(platform, 'one')).toBe(true);
});

test('two that come at once are one', async () => {
  const deliveries = createDeliveries(memory());
  const both = [1, 2].map(() => deliveries.isRepeated(platform, 'one'));
  expect(await Promise.all(both)).toEqual([false, true]);
});

test('the ids of one platform are not those of another', async () => {
  const deliveries = createDeliveries(memory());
  const other = fakePlatform({ id: 'fake:w2' }).platform;
  expect(await deliveries.isRepeated(platform, 'one')).toBe(false);
  expect(await deliveries.isRepeated(other, 'one')).toBe(false);
});

test('they are remembered for longer than platforms deliver again, and not for ever', async () => {
  const store = memory();
  await createDeliveries(store).isRepeated(platform, 'one');
  expect([...store.values]).toEqual([
    ['deliveries|fake:w1:one', { value: true, ttlMs: 10 * 60_000 }],
  ]);
});

test('one that could not be noted is not acted on, since it could come again', async () => {
  const store = memory();
  const deliveries = createDeliveries({
    namespace: (name) => ({
      ...store.namespace(name),
      set: () => Promise.reject(new Error('the store is away')),
    }),
  });
  await expect(deliveries.isRepeated(platform, 'one')).rejects.toThrow('the store is away');
});

test('one of which the store could not be asked is not taken for repeated', async () => {
  const store = memory();
  let away = true;
  const deliveries = createDeliveries({
    namespace: (name) => ({
      ...store.namespace(name),
      get: async (key) => {
        if (away) throw new Error('the store is away');
        return store.namespace(name).get(key);
      },
    }),
  });
  await expect(deliveries.isRepeated(platform, 'one')).rejects.toThrow('the store is away');
  away = false;
  expect(await deliveries.isRepeated(platform, 'one')).toBe(false);
});
