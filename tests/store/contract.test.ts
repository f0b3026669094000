import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../core/store/open.ts';
import type { Store } from '../../core/store/store.ts';
import { KINDS, type Site } from './drivers.ts';

for (const { scheme, skipped, shared, make } of KINDS) {
  describe.skipIf(skipped)(`a ${scheme} store${skipped ? ` (${skipped})` : ''}`, () => {
    let site: Site;
    let store: Store;
    const open = () => openStore(site.url, { name: site.name });

    beforeEach(async () => {
      site = make();
      store = await open();
    });
    afterEach(async () => {
      vi.useRealTimers();
      await store.close();
      await site.remove();
    });

    test('keeps values, each in its namespace', async () => {
      const plans = store.namespace('plans');
      const heads = store.namespace('heads');
      await plans.set('r1', { samples: 2 });
      await heads.set('r1', 'running');
      expect(await plans.get('r1')).toEqual({ samples: 2 });
      expect(await heads.get('r1')).toBe('running');
      expect(await plans.get('r2')).toBeUndefined();
      await plans.set('r1', { samples: 3 });
      expect(await plans.get('r1')).toEqual({ samples: 3 });
      await plans.delete('r1');
      await plans.delete('r1');
      expect(await plans.get('r1')).toBeUndefined();
      expect(await heads.get('r1')).toBe('running');
    });

    test('reads many in the order of the keys', async () => {
      const trials = store.namespace('trials');
      await Promise.all([1, 2, 3].map((at) => trials.set(`r/${at}`, at)));
      expect(await trials.getMany(['r/3', 'r/9', 'r/1'])).toEqual([3, undefined, 1]);
      expect(await trials.getMany([])).toEqual([]);
      const keys = Array.from({ length: 1_500 }, (_, at) => `r/${at}`);
      expect((await trials.getMany(keys)).filter((one) => one !== undefined)).toEqual([1, 2, 3]);
    });

    test('is not confused by keys that look like its own', async () => {
      const shelf = store.namespace('a');
      const keys = ['a:x', 'a:a:x', ':', 'a%', 'a_', "it's", 'ü/ñ/字', 'k'.repeat(400)];
      for (const key of keys) await shelf.set(key, key);
      expect(await shelf.getMany(keys)).toEqual(keys);
      for (const key of keys) expect(await shelf.get(key)).toBe(key);
      expect(await store.namespace('a:a').get('x')).toBeDefined();
    });

    test('gives back any JSON as it was', async () => {
      const shelf = store.namespace('json');
      const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => value !== null);
      const some = fc.sample(json, { seed: 5, numRuns: 40 });
      const large = { text: `\u0000\u202e"'🦊\ud800`.repeat(20_000) };
      for (const [at, value] of [...some, large].entries()) {
        await shelf.set(`k${at}`, value);
        // What JSON can't hold, such as -0, is not promised.
        expect(await shelf.get(`k${at}`)).toEqual(JSON.parse(JSON.stringify(value)));
      }
    });

    test('does not see later changes to a value', async () => {
      const shelf = store.namespace('a');
      const value = { list: [1] };
      await shelf.set('k', value);
      value.list.push(2);
      expect(await shelf.get('k')).toEqual({ list: [1] });
    });

    test('forgets a value when its time is over', async () => {
      const shelf = store.namespace('a');
      vi.useFakeTimers({ toFake: ['Date'] });
      await shelf.set('short', 1, 60_000);
      await shelf.set('long', 2);
      expect(await shelf.getMany(['short', 'long'])).toEqual([1, 2]);
      vi.setSystemTime(Date.now() + 60_001);
      expect(await shelf.get('short')).toBeUndefined();
      expect(await shelf.getMany(['short', 'long'])).toEqual([undefined, 2]);
    });

    test('lists names, the newest first, each once', async () => {
      const runs = store.index('runs');
      for (const name of ['r1', 'r2', 'r3', 'r1']) await runs.add(name);
      await store.index('others').add('o1');
      expect(await runs.newest(10)).toEqual(['r3', 'r2', 'r1']);
      expect(await runs.newest(2)).toEqual(['r3', 'r2']);
      expect(await runs.newest(0)).toEqual([]);
      await runs.remove('r2');
      await runs.remove('r9');
      expect(await runs.newest(10)).toEqual(['r3', 'r1']);
      expect(await store.index('none').newest(10)).toEqual([]);
    });

    test('waits for what is under way before it closes, and then is closed', async () => {
      const shelf = store.namespace('a');
      const writes = Array.from({ length: 20 }, (_, at) => shelf.set(`k${at}`, at));
      const closing = store.close();
      expect(await Promise.allSettled(writes)).toEqual(
        writes.map(() => ({ status: 'fulfilled', value: undefined })),
      );
      await closing;
      await store.close();
      const closed = {
        name: 'UserError',
        message: expect.stringMatching(/^The store .* is closed\.$/),
      };
      await expect(shelf.get('k1')).rejects.toMatchObject(closed);
      await expect(store.index('runs').add('r')).rejects.toMatchObject(closed);
    });

    test.runIf(shared)('shows what another process wrote, and loses no name', async () => {
      const other = await open();
      onTestFinished(() => other.close().catch(() => {}));
      await store.namespace('a').set('k', 1);
      expect(await other.namespace('a').get('k')).toBe(1);
      const names = Array.from({ length: 40 }, (_, at) => `r${at}`);
      await Promise.all(
        names.flatMap((name) => [store.index('runs').add(name), other.index('runs').add(name)]),
      );
      expect((await store.index('runs').newest(100)).toSorted()).toEqual(names.toSorted());
      expect(await other.index('runs').newest(100)).toEqual(await store.index('runs').newest(100));
    });

    test.runIf(shared && scheme !== 'sqlite')('is apart from others in one database', async () => {
      const neighbour = make();
      const other = await openStore(neighbour.url, { name: neighbour.name });
      onTestFinished(neighbour.remove);
      onTestFinished(() => other.close().catch(() => {}));
      await other.namespace('a').set('k', 1);
      await other.index('runs').add('r');
      expect(await store.namespace('a').get('k')).toBeUndefined();
      expect(await store.index('runs').newest(1)).toEqual([]);
    });

    test.runIf(shared)('outlives its process', async () => {
      await store.namespace('a').set('k', { kept: true });
      await store.index('runs').add('r1');
      await store.close();
      store = await open();
      expect(await store.namespace('a').get('k')).toEqual({ kept: true });
      expect(await store.index('runs').newest(1)).toEqual(['r1']);
    });
  });
}
