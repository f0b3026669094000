import { describe, expect, test } from 'vitest';
import type { Probe } from '../../core/domain/probe.ts';
import { beginRun } from '../../core/planning/request.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import type { Block, Message, TableBlock } from '../../core/views/view.ts';
import { ADA, type Says, testApp, WORDS } from '../fixtures/app.ts';
import { messageOf } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

/** Fifteen conditions, a measure that the finding speaks of, and two more. */
const MANY = probeSchema.parse({
  ...WORDS,
  samples: 1,
  conditions: [
    { id: 'plain', label: 'plain' },
    ...Array.from({ length: 14 }, (_, at) => ({ id: `urged-${at}`, label: `urged ${at}` })),
  ],
  psm: { ...WORDS.psm, directions: [] },
  measures: [
    ...WORDS.measures,
    { id: 'no', label: 'says no', kind: 'share', when: [{ score: 'says-yes', is: [0] }] },
    {
      id: 'kinds',
      label: 'kinds of word',
      kind: 'distribution',
      score: 'says-yes',
      categories: Array.from({ length: 8 }, (_, value) => ({ value, label: `kind ${value}` })),
    },
  ],
});

async function finished(probe: Probe, says: Says = () => 'yes') {
  const { app } = await testApp({ says, probes: [probe] });
  const { runId } = await beginRun(app, ASKER, probe, { models: ['larch'] }, { kind: 'probe' });
  for await (const _ of app.runs.follow(runId));
  const show = async (as: string): Promise<readonly Message[]> => {
    const reply = await app.commands.get('show')?.run({ run: runId, as }, { app, ...ASKER });
    return reply?.to === 'thread' ? reply.messages : [];
  };
  return { app, run: runId, show, message: messageOf(await app.runs.get(runId)) };
}

const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.filter((block) => block.kind === 'table');

describe('a finished run in the channel', () => {
  test('shows the first rows of what its finding speaks of, and has a button for the others', async () => {
    const { message, run } = await finished(MANY);
    const { blocks, actions } = message.view;
    const [estimates, differences, ...others] = tablesOf(blocks);
    expect(estimates?.caption).toBe(
      'says yes: estimates with their 95 % intervals (the first 12 of 15 rows)',
    );
    expect(estimates?.rows).toHaveLength(12);
    expect(differences?.caption).toBe(
      'Differences in “says yes”, p corrected for all 14 (the first 5 of 14 rows)',
    );
    expect(differences?.rows[0]?.cells[1]).toBe('0 points');
    expect(others).toEqual([]);
    expect(actions).toContainEqual(
      expect.objectContaining({ label: 'All figures', line: `show ${run} --as figures` }),
    );
    expect(actions.length).toBeLessThanOrEqual(5);
  });

  test('shows first the difference that its finding tells', async () => {
    const about = { measure: 'yes', under: 'urged-13', than: 'plain' };
    const probe = {
      ...MANY,
      conditions: MANY.conditions.map((one) => ({ ...one, system: one.label })),
      psm: { ...MANY.psm, directions: [{ ...about, direction: 'more' as const }] },
    };
    const { message } = await finished(probe, ({ messages }) =>
      String(messages[0]?.content).includes('urged') ? 'yes' : 'no',
    );
    const { blocks } = message.view;
    expect(JSON.stringify(blocks)).toContain('“urged 13”, says yes');
    expect(tablesOf(blocks)[1]?.rows[0]?.cells[0]).toBe('urged 13 against plain');
  });

  test('has no such button where it shows all', async () => {
    const { message } = await finished(WORDS);
    expect(message.view.actions.map(({ label }) => label)).not.toContain('All figures');
  });

  test('names the largest of many shares in one column', async () => {
    const measures = MANY.measures.filter(({ id }) => id === 'kinds');
    const { message } = await finished({ ...MANY, measures });
    const [shares] = tablesOf(message.view.blocks);
    expect(shares?.header.map(({ text }) => text)).toEqual([
      ...['condition', 'largest shares', 'answered', 'n items'],
    ]);
    expect(shares?.rows[0]?.cells[1]).toMatch(/^kind 1 100 % \[\d+ to 100\]$/);
  });
});

describe('all figures', () => {
  test('are one table a message: every measure with every row, and every difference', async () => {
    const { show } = await finished(MANY);
    const messages = await show('figures');
    const tables = messages.map(({ view }) => tablesOf(view.blocks));
    // What the numbers say beside the tables stands at the end.
    expect(tables.map((own) => own.length)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(messages.at(-1)?.view.blocks).toMatchObject([{ kind: 'note' }]);
    const all = tables.flat();
    expect(all.map(({ rows }) => rows.length)).toEqual([15, 15, 14, 14, 14]);
    expect(all[0]?.header.map(({ text }) => text)).toContain('says no');
    expect(all[1]?.header.map(({ text }) => text)).toContain('kind 7');
  });

  test('come in pieces where a table is too long for one message', async () => {
    const long = {
      ...MANY,
      conditions: Array.from({ length: 50 }, (_, at) => ({
        id: at === 0 ? 'plain' : `c${at}`,
        label: `c${at}`,
      })),
      measures: MANY.measures.slice(0, 1),
    };
    const { show } = await finished(long);
    const captions = (await show('figures')).flatMap(({ view }) =>
      tablesOf(view.blocks).map(({ caption, rows }) => [caption, rows.length]),
    );
    expect(captions).toEqual([
      ['says yes: estimates with their 95 % intervals (rows 1 to 25 of 50)', 25],
      ['says yes: estimates with their 95 % intervals (rows 26 to 50 of 50)', 25],
      ['Differences in “says yes”, p corrected for all 49 (rows 1 to 25 of 49)', 25],
      ['Differences in “says yes”, p corrected for all 49 (rows 26 to 49 of 49)', 24],
    ]);
  });

  test('are not there before a run is done, nor for a question', async () => {
    const { app } = await testApp({ says: () => ({ outcome: 'failed' as const }) });
    const plan = await beginRun(app, ASKER, WORDS, { models: ['larch'] }, { kind: 'ask' });
    for await (const _ of app.runs.follow(plan.runId));
    const shown = app.commands
      .get('show')
      ?.run({ run: plan.runId, as: 'figures' }, { app, ...ASKER });
    await expect(shown).rejects.toThrow('is a question');

    const slow = await testApp({ says: () => new Promise(() => {}) });
    const waiting = await beginRun(
      slow.app,
      ASKER,
      WORDS,
      { models: ['larch'] },
      { kind: 'probe' },
    );
    const early = slow.app.commands
      .get('show')
      ?.run({ run: waiting.runId, as: 'figures' }, { app: slow.app, ...ASKER });
    await expect(early).rejects.toThrow('is not finished');
  });
});
