import { expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { createComparisons } from '../../core/comparison/create-comparisons.ts';
import { beginRun } from '../../core/planning/request.ts';
import { ADA, testLab, WORDS } from '../fixtures/app.ts';

async function finished() {
  const { app } = await testLab({ says: ({ messages }) => (messages.length > 1 ? 'yes' : 'no') });
  const asker = { who: ADA, channel: 'test:c1' };
  const { runId } = await beginRun(app, asker, WORDS, { models: ['larch'] }, { kind: 'probe' });
  for await (const _ of app.runs.follow(runId));
  return app.runs.get(runId);
}

test('a run is compared in another thread as in this one, while other things go on', async () => {
  const snapshot = await finished();
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 1);
  const first = await createComparisons().of(snapshot);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(1);
  expect(first).toEqual(compare(snapshot));
});

test('what cannot be handed to a thread is compared here', async () => {
  const snapshot = { ...(await finished()), reason: (() => {}) as unknown as string };
  expect((await createComparisons().of(snapshot)).finding).toContain('says yes');
});
