import { expect, test } from 'vitest';
import { createMutex } from '../../core/domain/mutex.ts';

test('one piece of work begins when the one before has ended, well or not', async () => {
  const exclusively = createMutex();
  const seen: string[] = [];
  const first = Promise.withResolvers<void>();
  const failed = exclusively(async () => {
    seen.push('first begins');
    await first.promise;
    seen.push('first fails');
    throw new Error('no');
  });
  const second = exclusively(async () => {
    seen.push('second');
    return 2;
  });
  await Promise.resolve();
  expect(seen).toEqual(['first begins']);
  first.resolve();
  await expect(failed).rejects.toThrow('no');
  expect(await second).toBe(2);
  expect(seen).toEqual(['first begins', 'first fails', 'second']);
});
