import { expect, test } from 'vitest';
import { createShownRuns } from '../../../bots/dispatcher/shown-runs.ts';
import { fakePlatform } from '../../fixtures/platform.ts';
import { memory } from './memory.ts';

const SHOWN = { channel: 'c1', ref: { message: 'm1' } };

test('the message that shows a run is found again, on its own platform', async () => {
  const store = memory();
  const { platform } = fakePlatform();
  expect(await createShownRuns(store).find(platform, 'a1')).toBeUndefined();
  await createShownRuns(store).save(platform, 'a1', SHOWN);
  expect(await createShownRuns(store).find(platform, 'a1')).toEqual(SHOWN);
  expect(await createShownRuns(store).find(platform, 'a2')).toBeUndefined();
  const other = fakePlatform({ id: 'fake:w2' }).platform;
  expect(await createShownRuns(store).find(other, 'a1')).toBeUndefined();
  expect([...store.values]).toEqual([['shown|fake:w1/a1', { value: SHOWN, ttlMs: undefined }]]);
});

test('one that could not be kept is not said to be', async () => {
  const store = memory();
  const shownRuns = createShownRuns({
    namespace: (name) => ({
      ...store.namespace(name),
      set: () => Promise.reject(new Error('the store is away')),
    }),
  });
  await expect(shownRuns.save(fakePlatform().platform, 'a1', SHOWN)).rejects.toThrow('away');
});

test('a platform that forgets its messages has none', async () => {
  const store = memory();
  const { platform } = fakePlatform({ keepsMessages: false });
  await createShownRuns(store).save(platform, 'a1', SHOWN);
  expect(store.values.size).toBe(0);
  await createShownRuns(store).save(fakePlatform().platform, 'a1', SHOWN);
  expect(await createShownRuns(store).find(platform, 'a1')).toBeUndefined();
});
