import { expect, test } from 'vitest';
import type { Probe } from '../../core/domain/probe.ts';
import { beginRun } from '../../core/planning/request.ts';
import { beginRescore } from '../../core/planning/rescore.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { ADA, type Says, testApp, WORDS } from '../fixtures/app.ts';

const ASKER = { who: ADA, channel: 'test:c1' };
const MAX_TOKENS = 400;
/** As long as an answer is taken to be. */
const ANSWER = 'word '.repeat((0.4 * MAX_TOKENS * 4) / 5);
const ANCHORS = [
  { at: 0, means: 'not at all warm' },
  { at: 100, means: 'as warm as can be', typical: ['my dear friend'] },
];

const says: Says = ({ model, messages }) => {
  if (model.id !== 'oak') return messages.length > 1 ? `${ANSWER}!` : ANSWER;
  const task = String(messages.at(-1)?.content);
  const mark = /(?<=^)(LABEL|SCORE|SPEAKER|CHOICE): /m.exec(task)?.[1];
  return `QUOTE: "word word"\n${mark}: ${mark === 'SCORE' ? '50' : mark === 'SPEAKER' ? 'A' : 'NEITHER'}`;
};

const scale = { id: 'degree', by: 'judge-scale', rubric: 'How warm is it?', anchors: ANCHORS };
const mean = { id: 'degree', label: 'warm', kind: 'mean', score: 'degree', scale: [0, 100] };

function probeWith(scores: readonly object[], more: object = {}): Probe {
  return probeSchema.parse({
    ...WORDS,
    samples: 1,
    maxTokens: MAX_TOKENS,
    scores: [...WORDS.scores, ...scores],
    ...more,
  });
}

test.each([
  ['a judged scale', probeWith([scale])],
  ['who is speaking', probeWith([{ id: 'who', by: 'who-is-speaking' }])],
  [
    'a pair of answers',
    probeWith([{ id: 'warmer', by: 'pairwise', rubric: 'Which is warmer?', against: 'plain' }]),
  ],
  [
    'what was said before',
    probeWith([{ ...scale, of: 'every', sees: ['question', 'before'] }], {
      items: WORDS.items.map(({ id }) => ({
        id,
        script: Array.from({ length: 4 }, (_, at) => ({ ask: `Question ${at}?`, id: `q${at}` })),
      })),
      measures: [mean],
      psm: { ...WORDS.psm, directions: [] },
    }),
  ],
])('the tokens that are told before a run hold for %s', async (_, probe) => {
  const { app, asks } = await testApp({ says, probes: [probe] });
  const choices = { models: ['larch'], judges: ['oak'] };
  const plan = await beginRun(app, ASKER, probe, choices, { kind: 'probe' });
  for await (const _ of app.runs.follow(plan.runId));
  const sent = (from = 0) =>
    asks.slice(from).reduce((sum, { messages }) => sum + lengthOf(messages), 0) / 4;
  expect(plan.estimate.tokensIn / sent()).toBeGreaterThan(0.75);
  expect(plan.estimate.tokensIn / sent()).toBeLessThan(1.25);

  const before = asks.length;
  const again = await beginRescore(app, ASKER, await app.runs.whole(plan.runId), {
    judges: ['oak'],
    probe: 'as-run',
  });
  for await (const _ of app.runs.follow(again.runId));
  expect(again.estimate.tokensIn / sent(before)).toBeGreaterThan(0.75);
  expect(again.estimate.tokensIn / sent(before)).toBeLessThan(1.25);
});

function lengthOf(messages: readonly { readonly content: string }[]): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}
