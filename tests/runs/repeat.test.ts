import { describe, expect, test } from 'vitest';
import type { App } from '../../core/app/app.ts';
import { compare } from '../../core/comparison/compare.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { ADA, type Says, testApp } from '../fixtures/app.ts';
import { messageOf } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

async function perform(app: App, name: string, values: object): Promise<Snapshot> {
  const reply = await app.commands.get(name)?.run(values, { app, ...ASKER });
  if (reply?.to !== 'live') throw new Error('a run was expected');
  for await (const _ of app.runs.follow(reply.run));
  return app.runs.get(reply.run);
}

function evidence(snapshot: Snapshot) {
  return compare(snapshot).measures[0]?.contrasts[0]?.evidence;
}

/** Yes to all eight items when urged, and to none otherwise. */
const URGED: Says = ({ messages }) => (messages[0]?.role === 'system' ? 'yes' : 'no');
/** Eight signs of eight: 2⁸ / 9. */
const E = 256 / 9;

describe('a repeat of a probe', () => {
  test('multiplies its e-values with those of the runs before it', async () => {
    const { app } = await testApp({ says: URGED });
    const first = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    expect(first.plan.evidence).toBeUndefined();
    const second = await perform(app, 'rerun', { run: first.plan.runId });
    const third = await perform(app, 'rerun', { run: second.plan.runId, samples: 4 });

    expect(evidence(second)?.e).toBeCloseTo(E, 8);
    expect(evidence(second)?.total).toBeCloseTo(E ** 2, 6);
    expect(evidence(third)?.total).toBeCloseTo(E ** 3, 4);
    const said = JSON.stringify(messageOf(second).view.blocks);
    expect(said).toContain(`a repeat of run ${first.plan.runId}: exploratory`);
  });

  test('takes the place of a run with the same seeds, and does not add to it', async () => {
    const { app } = await testApp({ says: URGED });
    const first = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    const again = await perform(app, 'rerun', { run: first.plan.runId, 'same-seed': true });
    expect(evidence(again)?.total).toBeCloseTo(E, 8);
  });

  test('that is scored again stays a repeat, and counts once', async () => {
    const { app } = await testApp({ says: URGED });
    const first = await perform(app, 'run', { probe: 'words', models: ['larch'] });
    const second = await perform(app, 'rerun', { run: first.plan.runId });
    const scored = await perform(app, 'rescore', { run: second.plan.runId });
    expect(evidence(scored)?.total).toBeCloseTo(E ** 2, 6);
    expect(JSON.stringify(messageOf(scored).view.blocks)).toContain('a repeat: exploratory');
  });

  test('is none of a question', async () => {
    const { app } = await testApp({ says: URGED });
    const asked = await perform(app, 'ask', { prompt: 'hi', models: ['larch'], samples: 1 });
    const again = await perform(app, 'rerun', { run: asked.plan.runId });
    expect(again.plan.evidence).toBeUndefined();
    expect(JSON.stringify(messageOf(again).view.blocks)).not.toContain('exploratory');
  });
});
