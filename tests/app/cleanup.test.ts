import { expect, test } from 'vitest';
import { createCleanup } from '../../core/app/cleanup.ts';

const logged = () => {
  const log: string[] = [];
  return { log, step: (name: string) => () => log.push(name) };
};

test('undoes the latest first, once', async () => {
  const { log, step } = logged();
  const cleanup = createCleanup();
  cleanup.defer(step('first'));
  cleanup.defer(step('second'));
  await cleanup.disposeAsync();
  await cleanup.disposeAsync();
  expect(log).toEqual(['second', 'first']);
});

test('waits for a step before it does the next', async () => {
  const { log, step } = logged();
  const cleanup = createCleanup();
  cleanup.defer(step('last'));
  cleanup.defer(async () => {
    await Promise.resolve();
    log.push('slow');
  });
  await cleanup.disposeAsync();
  expect(log).toEqual(['slow', 'last']);
});

test('a step that fails keeps none of the others from being done, and its error is thrown', async () => {
  const { log, step } = logged();
  const cleanup = createCleanup();
  cleanup.defer(step('first'));
  cleanup.defer(() => Promise.reject(new Error('broken')));
  cleanup.defer(step('third'));
  await expect(cleanup.disposeAsync()).rejects.toThrow('broken');
  expect(log).toEqual(['third', 'first']);
});

test('leaves a scope undone once its steps are handed on', async () => {
  const { log, step } = logged();
  const open = async (fails: boolean) => {
    await using opened = createCleanup();
    opened.defer(step('closed'));
    if (fails) throw new Error('no');
    return opened.move();
  };
  await expect(open(true)).rejects.toThrow('no');
  expect(log).toEqual(['closed']);
  const parts = await open(false);
  expect(log).toEqual(['closed']);
  await parts.disposeAsync();
  expect(log).toEqual(['closed', 'closed']);
});
