import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import type { Comparison } from '../../core/domain/comparison.ts';
import type { Message } from '../../core/views/view.ts';
import { testApp } from '../fixtures/app.ts';
import { fakePlatform } from '../fixtures/platform.ts';
import { typist } from '../fixtures/typist.ts';

/** A bot whose finished runs are compared when the test says so, with a finding that no run has. */
async function waiting() {
  const made = await testApp({ says: () => 'yes' });
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let asked = 0;
  const of = async (run: Parameters<typeof made.app.comparisons.of>[0]): Promise<Comparison> => {
    const comparison = await made.app.comparisons.of(run);
    if (run.state !== 'done') return comparison;
    asked += 1;
    begun.resolve();
    await gate.promise;
    return { ...comparison, finding: 'Compared elsewhere.' };
  };
  const app = { ...made.app, comparisons: { ...made.app.comparisons, of } };
  const { platform, shown } = fakePlatform();
  const dispatcher = createDispatcher(app, made.store);
  const type = typist(dispatcher, platform);
  const ended = async (): Promise<string> => {
    const [summary] = await app.runs.recent({ limit: 1 });
    for await (const _ of app.runs.follow(summary?.runId ?? ''));
    return summary?.runId ?? '';
  };
  return { type, shown, ended, dispatcher, gate, begun: begun.promise, asked: () => asked };
}

const textOf = (message: Message | undefined) => JSON.stringify(message?.view.blocks);

describe('a finished run', () => {
  test('is shown as finished when it is compared, with that comparison', async () => {
    const { type, shown, ended, dispatcher, gate, begun, asked } = await waiting();
    await type('run words --models larch --samples 1');
    await ended();
    await begun;
    expect(asked()).toBe(1);
    expect(shown.get('m1')?.view.state).toBe('running');
    gate.resolve();
    await dispatcher.stop();
    expect(shown.get('m1')?.view.state).toBe('done');
    expect(textOf(shown.get('m1'))).toContain('Compared elsewhere.');
  });

  test('is posted again when it is compared, with that comparison', async () => {
    const { type, shown, ended, dispatcher, gate } = await waiting();
    await type('run words --models larch --samples 1');
    const again = type(`show ${await ended()}`);
    await new Promise(setImmediate);
    expect(shown.size).toBe(1);
    gate.resolve();
    await again;
    await dispatcher.stop();
    expect(textOf(shown.get('m2'))).toContain('Compared elsewhere.');
  });

  test('is exported with that comparison', async () => {
    const { type, shown, ended, dispatcher, gate } = await waiting();
    await type('run words --models larch --samples 1');
    const exported = type(`show ${await ended()} --as export`);
    gate.resolve();
    await exported;
    await dispatcher.stop();
    expect(shown.get('m2')?.files?.[0]?.content).toContain('Compared elsewhere.');
  });
});
