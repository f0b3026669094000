import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import type { Person } from '../../core/domain/person.ts';
import type { Probe } from '../../core/domain/probe.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import type { Message, TableBlock } from '../../core/views/view.ts';
import { ADA, type Says, testApp, WORDS } from '../fixtures/app.ts';
import { fakePlatform } from '../fixtures/platform.ts';
import { typist } from '../fixtures/typist.ts';

const EVE: Person = { id: 'test:eve', name: 'eve' };

const LABELLED: Probe = probeSchema.parse({
  ...WORDS,
  scores: [
    {
      id: 'tone',
      by: 'judge-label',
      rubric: 'Is the answer curt?',
      labels: [
        { label: 'curt', means: 'a word or two' },
        { label: 'warm', means: 'anything else' },
      ],
    },
    {
      id: 'length',
      by: 'judge-scale',
      rubric: 'How long is it?',
      anchors: [
        { at: 0, means: 'short' },
        { at: 100, means: 'long' },
      ],
    },
  ],
  measures: [
    { id: 'curt', label: 'is curt', kind: 'share', when: [{ score: 'tone', is: ['curt'] }] },
  ],
  psm: { ...WORDS.psm, directions: [] },
});

/** Answers are curt where the model is urged; the judge knows, but for the items that it takes to be warm. */
const says =
  (errsOn = /none/): Says =>
  ({ messages }) => {
    const asked = messages.at(-1)?.content ?? '';
    const answer = /<<<ANSWER \w+\n(.*)\n/.exec(asked)?.[1];
    if (answer === undefined) {
      const urged = messages[0]?.content.includes('Say yes.');
      return `${urged ? 'No.' : 'With pleasure, and at length.'} (${asked})`;
    }
    const curt = answer.startsWith('No.') && !errsOn.test(answer);
    return asked.includes('SCORE:')
      ? `QUOTE: ""\nSCORE: ${curt ? 10 : 80}`
      : `QUOTE: ""\nLABEL: ${curt ? 'curt' : 'warm'}`;
  };

async function setUp(errsOn?: RegExp, probe = LABELLED) {
  const { app, store } = await testApp({ says: says(errsOn), probes: [probe] });
  const dispatcher = createDispatcher(app, store);
  const { platform } = fakePlatform({ id: 'slack:T1' });
  const type = typist(dispatcher, platform);
  await type('run words --models larch,rowan --personas pirate --samples 1 --seed 7');
  await dispatcher.stop();
  const [run] = await app.runs.recent({ limit: 1 });
  /** Labels one answer after the other as this person would, by what stands in it. */
  const labelAll = async (judge: (text: string) => string, score = '', times = 20) => {
    let shown = await type(`calibrate ${run?.runId}${score}`);
    for (let number = 1; number <= times; number++) {
      const label = judge(quoteOf(shown));
      shown = await type(`calibrate ${run?.runId}${score} --answer ${number} --label ${label}`);
    }
    return shown;
  };
  return { app, type, run: run?.runId ?? '', labelAll };
}

const textOf = (message: Message | undefined) => JSON.stringify(message?.view.blocks ?? []);
const quoteOf = (message: Message | undefined) =>
  message?.view.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : [])).at(-1) ??
  '';
const tablesOf = (message: Message | undefined) =>
  (message?.view.blocks ?? []).filter((block): block is TableBlock => block.kind === 'table');
const curt = (text: string) => (text.startsWith('No.') ? 'curt' : 'warm');

describe('calibrate', () => {
  test('shows an answer, the rubric and a button for each label, and neither subject nor judgement', async () => {
    const { type, run } = await setUp();
    const shown = await type(`calibrate ${run}`);
    expect(shown?.view.actions.map(({ label }) => label)).toEqual(['curt', 'warm']);
    expect(textOf(shown)).toContain('Is the answer curt?');
    expect(textOf(shown)).toContain('Answer 1 of 20');
    expect(JSON.stringify(shown)).not.toMatch(/larch|rowan|pirate|oak|urged/i);
  });

  test('shows beside the answer what the judge saw, and nothing else', async () => {
    const [tone, ...others] = LABELLED.scores;
    const framed = { ...LABELLED, scores: [{ ...tone, sees: ['frame'] }, ...others] } as Probe;
    const { type, run } = await setUp(undefined, framed);
    const texts: string[] = [];
    for (let number = 1; number <= 20; number++) {
      texts.push(textOf(await type(`calibrate ${run}`)));
      await type(`calibrate ${run} --answer ${number} --label warm`);
    }
    expect(texts.some((text) => text.includes('Say yes.'))).toBe(true);
    expect(texts.some((text) => text.includes('Asked was:'))).toBe(false);
  });

  test('counts on with each label, and ends in the figures', async () => {
    const { type, run, labelAll } = await setUp();
    const first = await type(`calibrate ${run}`);
    const second = await type(first?.view.actions[0]?.line ?? '');
    expect(textOf(second)).toContain('Answer 2 of 20');
    expect(textOf(second)).toContain('1 of 20 labelled');
    expect(second?.view.actions.at(-1)).toMatchObject({ label: 'Undo' });
    await type(second?.view.actions.at(-1)?.line ?? '');
    const end = await labelAll(curt);
    expect(textOf(end)).toContain('oak and you gave the same label to 20 of 20 answers: 100 %');
    expect(textOf(end)).toContain('Cohen’s kappa, which is 0 by chance and 1 at most, is 1.00 (');
  });

  test('draws by the seed what the judge said in proportion, the same for everybody', async () => {
    const { app, type, run, labelAll } = await setUp(/Question [0-5]/);
    await labelAll(curt);
    const score = { run, score: 'tone' };
    const mine = await app.labels.get({ ...score, person: ADA.id });
    await type(`calibrate ${run}`, { who: EVE });
    const hers = await app.labels.get({ ...score, person: EVE.id });
    expect(hers?.drawn).toEqual(mine?.drawn);
    expect(hers?.labelled).toEqual([]);
    const { judgements } = await app.runs.get(run);
    const said = mine?.drawn.filter((place) =>
      judgements.some(
        (one) =>
          one.trialId === place.trial &&
          one.score === 'tone' &&
          one.result.status === 'scored' &&
          one.result.value === 'curt',
      ),
    );
    // 4 of the 32 answers were judged curt: 2.5 of 20.
    expect([2, 3]).toContain(said?.length);
    expect(new Set(mine?.drawn.map(({ trial }) => trial)).size).toBe(20);
  });

  test('tells where they differ, and corrects the share for what the judge misses', async () => {
    const { labelAll } = await setUp(/Question [0-2]/);
    const end = await labelAll(curt);
    const [confusion, corrected] = tablesOf(end);
    expect(confusion?.header.map(({ text }) => text)).toEqual(['you \\ oak', 'curt', 'warm']);
    const [[, hits = '', misses = ''] = [], [, wrong, passes] = []] =
      confusion?.rows.map(({ cells }) => cells) ?? [];
    expect(Number(misses)).toBeGreaterThan(0);
    expect([wrong, Number(hits) + Number(misses) + Number(passes)]).toEqual(['0', 20]);
    expect(corrected?.rows.map(({ cells }) => cells[0])).toEqual([
      'larch / pirate · plain',
      'larch / pirate · urged',
      'rowan / pirate · plain',
      'rowan / pirate · urged',
    ]);
    const [, judged = '', less = ''] = corrected?.rows[1]?.cells ?? [];
    expect(judged).toMatch(/^63 %|^62 %/);
    expect(Number.parseInt(less, 10)).toBeGreaterThan(75);
  });

  test('corrects nothing for a judge near chance', async () => {
    const { labelAll } = await setUp();
    const end = await labelAll((text) => (curt(text) === 'curt' ? 'warm' : 'curt'));
    expect(tablesOf(end)).toHaveLength(1);
    expect(textOf(end)).toContain('too near to chance');
  });

  test('gives figures at any time, says where they are few, and goes on', async () => {
    const { type, run, labelAll } = await setUp();
    expect(textOf(await type(`calibrate ${run} --figures`))).toContain('Nothing was labelled yet');
    await labelAll(curt, '', 3);
    const figures = await type(`calibrate ${run} --figures`);
    expect(textOf(figures)).toContain('3 of 3 answers');
    expect(textOf(figures)).toContain('These are few labels');
    expect(figures?.view.actions[0]).toMatchObject({ label: 'Go on labelling' });
    expect(textOf(await type(figures?.view.actions[0]?.line ?? ''))).toContain('Answer 4 of 20');
  });

  test('takes back the last label, and replaces one that is given again', async () => {
    const { app, type, run, labelAll } = await setUp();
    await labelAll(curt, '', 3);
    expect(textOf(await type(`calibrate ${run} --undo`))).toContain('Answer 3 of 20');
    await type(`calibrate ${run} --answer 1 --label warm`);
    const book = await app.labels.get({ run, score: 'tone', person: ADA.id });
    expect(book?.labelled).toHaveLength(2);
    expect(book?.labelled.at(-1)).toMatchObject({ ...book?.drawn[0], value: 'warm' });
  });

  test('takes numbers for a scale, and tells order and distance', async () => {
    const { type, run, labelAll } = await setUp();
    const shown = await type(`calibrate ${run} --score length`);
    expect(textOf(shown)).toContain('--score length --answer 1 --label …');
    const end = await labelAll((text) => (curt(text) === 'curt' ? '20' : '90'), ' --score length');
    expect(textOf(end)).toContain('Spearman’s correlation is 1.00 over 20 answers.');
    expect(textOf(end)).toContain('On average oak gives 10 points less than you');
  });

  test.each([
    ['--answer 1 --label rude', 'not one of the labels'],
    ['--answer 50 --label curt', 'There is no answer 50; 20 were drawn.'],
    ['--answer 1', '--answer and --label go together.'],
    ['--undo', 'Nothing was labelled yet.'],
    ['--score length --answer 1 --label 101', 'not on the scale'],
    ['--score mood', 'no judged score called “mood”'],
  ])('says what is wrong with %s', async (more, said) => {
    const { type, run } = await setUp();
    expect(textOf(await type(`calibrate ${run} ${more}`))).toContain(said);
  });

  test('is for runs of this channel that a judge judged', async () => {
    const { type, run } = await setUp();
    expect(textOf(await type(`calibrate ${run}`, { channel: 'c2' }))).toContain('No run of this');
    const plain = await setUp(undefined, WORDS);
    expect(textOf(await plain.type(`calibrate ${plain.run}`))).toContain('by a judge');
  });
});
