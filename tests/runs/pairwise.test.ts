import { describe, expect, test } from 'vitest';
import type { App } from '../../core/app/app.ts';
import type { Probe } from '../../core/domain/probe.ts';
import type { Ask } from '../../core/models/types.ts';
import { beginRun, planRun } from '../../core/planning/request.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { openStore } from '../../core/store/open.ts';
import { ADA, type Says, testApp, untilAborted, WORDS } from '../fixtures/app.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

/** Answers under “urged” are held against those under “plain”. */
const PAIRS = probeSchema.parse({
  ...WORDS,
  samples: 1,
  scores: [
    ...WORDS.scores,
    { id: 'warmer', by: 'pairwise', rubric: 'Which is warmer?', against: 'plain' },
  ],
});

const isJudge = ({ model }: Ask) => model.id === 'oak';
const urged = ({ messages }: Ask) => messages.some(({ role }) => role === 'system');

/** The judge chooses the answer with a “dear” in it. */
function judged({ messages }: Ask): string {
  const [first = ''] = String(messages.at(-1)?.content).split('The second, called TWO');
  return `QUOTE: "dear"\nCHOICE: ${first.includes('dear') ? 'ONE' : 'TWO'}`;
}

const says: Says = (ask) => {
  if (isJudge(ask)) return judged(ask);
  return urged(ask) ? 'Yes, my dear.' : 'Yes.';
};

const begin = (app: App, probe: Probe = PAIRS) =>
  beginRun(app, ASKER, probe, { models: ['larch'], judges: ['oak'] }, { kind: 'probe' });

async function ended(app: App, run: string) {
  for await (const _ of app.runs.follow(run));
  return app.runs.get(run);
}

const chosen = ({ judgements }: Awaited<ReturnType<typeof ended>>) =>
  judgements
    .filter(({ score }) => score === 'warmer')
    .map(({ result }) => (result.status === 'scored' ? result.value : result.reason));

describe('answers that are held against others', () => {
  test('are judged in both orders once both are there', async () => {
    const { app, asks } = await testApp({ says, probes: [PAIRS] });
    const snapshot = await ended(app, (await begin(app)).runId);
    expect(snapshot).toMatchObject({ state: 'done', settled: 16 });
    expect(chosen(snapshot)).toEqual(Array(8).fill(1));
    expect(asks.filter(isJudge)).toHaveLength(16);
  });

  test('wait through a stop, and are judged after it without another answer', async () => {
    const store = await openStore('memory:');
    const answered = Promise.withResolvers<void>();
    let plain = 0;
    const held: Says = (ask) => {
      if (isJudge(ask) || urged(ask)) return says(ask);
      plain += 1;
      if (plain < 3) return 'Yes.';
      answered.resolve();
      return untilAborted(ask);
    };
    const first = await testApp({ says: held, store, probes: [PAIRS] });
    const { runId } = await begin(first.app);
    await answered.promise;
    await first.app.runs.stop();
    const stopped = await first.app.runs.get(runId);
    expect(stopped.state).toBe('interrupted');

    const second = await testApp({ says, store, probes: [PAIRS] });
    await second.app.runs.resume(runId);
    const snapshot = await ended(second.app, runId);
    expect(snapshot).toMatchObject({ state: 'done', settled: 16 });
    expect(chosen(snapshot)).toEqual(Array(8).fill(1));
    expect(second.asks.filter((ask) => !isJudge(ask))).toHaveLength(16 - stopped.trials.length);
    const left = 16 - 2 * chosen(stopped).length;
    expect(second.asks.filter(isJudge)).toHaveLength(left);
  });

  test('both stand with the words that they were begun with', async () => {
    const probe = probeSchema.parse({
      ...PAIRS,
      requires: ['prefill'],
      items: WORDS.items.map(({ id }) => ({
        id,
        script: [{ ask: 'Well?', id: 'answer', begin: 'Sure, ' }],
      })),
    });
    const { app, asks } = await testApp({ says, probes: [probe] });
    await ended(app, (await begin(app, probe)).runId);
    for (const { messages } of asks.filter(isJudge)) {
      expect(String(messages.at(-1)?.content).match(/Sure, Yes/g)).toHaveLength(2);
    }
  });

  test('may be a refusal where refusals are judged, and else have nothing to be held against', async () => {
    const refusing: Says = (ask) =>
      isJudge(ask) || urged(ask) ? says(ask) : { outcome: 'refused', text: 'I would rather not.' };
    const [words, warmer] = PAIRS.scores;
    const judgedToo = probeSchema.parse({
      ...PAIRS,
      scores: [words, { ...warmer, refusals: 'judged' }],
    });
    const results = [PAIRS, judgedToo].map(async (probe) => {
      const { app } = await testApp({ says: refusing, probes: [probe] });
      return chosen(await ended(app, (await begin(app, probe)).runId));
    });
    const [apart, together] = await Promise.all(results);
    expect(apart).toEqual(Array(8).fill('there is no answer under “plain” to compare with'));
    expect(together).toEqual(Array(8).fill(1));
  });

  test('are judged no further once a budget is used up', async () => {
    const config = [
      'providers: { far: { base_url: "http://127.0.0.1:9/v1", limits: { concurrency: 1 } } }',
      'models:',
      '  - { id: elm, provider: far, name: elm, price: { in: 0.01, out: 0.01 } }',
      '  - { id: yew, provider: far, name: yew, price: { in: 0, out: 1000000 } }',
      'limits: { usd_per_person: 1000000, ask_above_usd: 1000000000 }',
    ].join('\n');
    const costly: Says = (ask) =>
      ask.model.id === 'yew'
        ? { text: judged(ask), usage: { tokensIn: 0, tokensOut: 400_000, estimated: false } }
        : says(ask);
    const { app, asks } = await testApp({ says: costly, config, probes: [PAIRS] });
    const choices = { models: ['elm'], judges: ['yew'] };
    const plan = await planRun(app, ASKER, PAIRS, choices, { kind: 'probe' });
    const last = plan.trials.filter(({ condition }) => condition === 'plain');
    const trials = [...plan.trials.filter((trial) => !last.includes(trial)), ...last];
    await app.runs.begin({ ...plan, trials });
    const snapshot = await ended(app, plan.runId);
    expect(snapshot).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('The budget for today was used up'),
    });
    expect(asks.filter(({ model }) => model.id === 'yew').length).toBeLessThan(16);
  });
});
