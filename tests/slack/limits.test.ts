import { expect, test } from 'vitest';
import { LIMITS } from '../../bots/slack/limits.ts';

test('every limit says where its number comes from', () => {
  const unsourced = Object.entries(LIMITS).filter(
    ([, { max, source }]) => !/^(https:\/\/|chosen: )\S/.test(source) || !(max > 0),
  );
  expect(unsourced).toEqual([]);
});
