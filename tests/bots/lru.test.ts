import { expect, test } from 'vitest';
import { createLru } from '../../bots/lru.ts';

test('what was used longest ago makes way', () => {
  const lru = createLru<string, number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  expect(lru.get('a')).toBe(1);
  lru.set('c', 3);
  expect([...lru.values()]).toEqual([1, 3]);
  expect(lru.has('b')).toBe(false);
  expect(lru.get('b')).toBeUndefined();
  lru.set('a', 4);
  lru.set('d', 5);
  expect([...lru.values()]).toEqual([4, 5]);
});

test('looking whether something is there is no use of it, and what is deleted is gone', () => {
  const lru = createLru<string, number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  expect(lru.has('a')).toBe(true);
  lru.set('c', 3);
  expect(lru.has('a')).toBe(false);
  lru.delete('b');
  expect([...lru.values()]).toEqual([3]);
});
