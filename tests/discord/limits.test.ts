import { expect, test } from 'vitest';
import { LIMITS, TIMES } from '../../bots/discord/limits.ts';

test('every limit says where it comes from', () => {
  const without = Object.entries({ ...LIMITS, ...TIMES })
    .filter(([, { source }]) => !/https:\/\/|issue #\d+|PR #\d+|discord-api-spec/.test(source))
    .map(([name]) => name);
  expect(without).toEqual([]);
});
