import { expect, test } from 'vitest';
import { sendWithFallback } from '../../bots/fallback.ts';

class Rejection extends Error {}

/** Sends to a platform that takes nothing but these forms. */
function sender(taken: readonly string[], failure: Error = new Rejection('refused')) {
  const sent: string[] = [];
  const fallbacks: unknown[] = [];
  const run = (levels: readonly string[]) =>
    sendWithFallback({
      levels,
      send: async (level) => {
        sent.push(level);
        if (!taken.includes(level)) throw failure;
        return `sent as ${level}`;
      },
      isRejection: (error) => error instanceof Rejection,
      onRejection: (error, level, next) => fallbacks.push([error, level, next]),
    });
  return { run, sent, fallbacks, failure };
}

test('the richest form that is taken is sent, and the ones before it once each', async () => {
  const { run, sent, fallbacks, failure } = sender(['plain', 'file']);
  expect(await run(['rich', 'table', 'plain', 'file'])).toEqual({
    level: 'plain',
    result: 'sent as plain',
  });
  expect(sent).toEqual(['rich', 'table', 'plain']);
  expect(fallbacks).toEqual([
    [failure, 'rich', 'table'],
    [failure, 'table', 'plain'],
  ]);
});

test('what the last form meets is thrown', async () => {
  const { run, sent, fallbacks, failure } = sender([]);
  await expect(run(['rich', 'plain'])).rejects.toBe(failure);
  expect(sent).toEqual(['rich', 'plain']);
  expect(fallbacks).toHaveLength(1);
});

test('what is no rejection is thrown at once', async () => {
  const outage = new Error('the network is down');
  const { run, sent } = sender(['plain'], outage);
  await expect(run(['rich', 'plain'])).rejects.toBe(outage);
  expect(sent).toEqual(['rich']);
});

test('no form at all is a fault of ours', async () => {
  await expect(sender([]).run([])).rejects.toThrow(new TypeError('there is no form to send'));
});
