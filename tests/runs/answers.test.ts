import { describe, expect, test } from 'vitest';
import type { WholeRun } from '../../core/domain/run.ts';
import { followUp } from '../../core/planning/follow-up.ts';
import { beginRun } from '../../core/planning/request.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { answerMessages } from '../../core/views/answers.ts';
import { columnsBlock } from '../../core/views/columns.ts';
import type { Message } from '../../core/views/view.ts';
import { ADA, type Says, testApp, WORDS } from '../fixtures/app.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

/** One conversation with an answer that is begun, a side question and a raw text. */
const TALK = probeSchema.parse({
  ...WORDS,
  requires: ['prefill', 'completions'],
  samples: 1,
  conditions: [{ id: 'plain', label: 'plain' }],
  psm: { ...WORDS.psm, directions: [] },
  items: [
    {
      id: 'talk',
      script: [
        { complete: 'The coin came up', id: 'raw' },
        { aside: 'Who speaks?', id: 'who' },
        { ask: 'Say it.', id: 'answer', begin: 'Sure, ' },
      ],
    },
  ],
});

async function talked(says: Says, probe = TALK, judges?: readonly string[]) {
  const { app } = await testApp({ says });
  const choices = { models: ['larch'], ...(judges ? { judges } : {}) };
  const { runId } = await beginRun(app, ASKER, probe, choices, { kind: 'probe' });
  for await (const _ of app.runs.follow(runId));
  const run = await app.runs.whole(runId);
  if (run.state !== 'done') throw new Error(`it is ${run.state}`);
  return run;
}

const textOf = (messages: Iterable<Message>) =>
  [...messages].flatMap(({ view }) =>
    view.blocks.map((block) => ('text' in block ? block.text : '')),
  );

describe('an answer that was begun', () => {
  const says: Says = ({ completion }) => (completion ? ' heads.' : 'here it is.');

  test('shows how it begins, and a raw text what it goes on from', async () => {
    const lines = textOf(answerMessages(await talked(says)));
    expect(lines).toContain('[raw text: The coin came up] heads.');
    expect(lines.join('\n')).toContain('[begun for it: Sure, ]here it is.');
    expect(lines).toContain('plain · talk · Say it.');
  });

  test('stands so in its column', async () => {
    const [column] = columnsBlock(await talked(says)).columns;
    expect(column?.cells[0]?.text).toBe('[begun for it: Sure, ]here it is.');
  });

  test('is followed up whole, without side questions and raw texts', async () => {
    const snapshot = await talked(says);
    const { evidence: _, leftOut: __, ...plan } = snapshot.plan;
    const asked: WholeRun = {
      ...snapshot,
      plan: { ...plan, kind: 'ask', origin: { kind: 'new' } },
    };
    expect(followUp(asked, {}).before('larch/assistant', 1)).toEqual([
      { kind: 'given', user: 'Say it.', assistant: 'Sure, here it is.' },
    ]);
  });
});

test('each judge’s verdict stands with its answer, a refusal’s too', async () => {
  const judged = probeSchema.parse({
    ...TALK,
    requires: [],
    items: [{ id: 'one', ask: 'Will you?' }],
    scores: [
      {
        id: 'polite',
        by: 'judge-label',
        rubric: 'Is it polite?',
        labels: [
          { label: 'yes', means: 'it is' },
          { label: 'no', means: 'it is not' },
        ],
        refusals: 'judged',
      },
    ],
    measures: [
      { id: 'yes', label: 'polite', kind: 'share', when: [{ score: 'polite', is: ['yes'] }] },
    ],
  });
  const says: Says = ({ model }) =>
    model.id === 'larch'
      ? { outcome: 'refused', text: 'I would rather not.' }
      : `QUOTE: "rather not"\nLABEL: ${model.id === 'oak' ? 'yes' : 'no'}`;
  const said = textOf(answerMessages(await talked(says, judged, ['oak', 'rowan']))).join('\n');

  expect(said).toContain('(refused) I would rather not.');
  expect(said).toContain('— polite, oak: yes (the judge said yes, on “rather not”)');
  expect(said).toContain('— polite, rowan: no (the judge said no, on “rather not”)');
});
