import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { FOLDERS } from '../../bots/folders.ts';
import { compare } from '../../core/comparison/compare.ts';
import type { WholeRun } from '../../core/domain/run.ts';
import { UserError } from '../../core/domain/user-error.ts';
import { beginRun } from '../../core/planning/request.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { probeSchema } from '../../core/probes/schema.ts';
import { importRun } from '../../core/runs/import-run.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import { ADA, type Says, testApp, untilAborted, WORDS } from '../fixtures/app.ts';
import { exportedLines, exportedRun } from '../fixtures/compared.ts';

const ASKER = { who: ADA, channel: 'test:c1' };

async function snapshotOf(says: Says, stopAfter?: number): Promise<WholeRun> {
  const { app } = await testApp({ says });
  const { runId } = await beginRun(app, ASKER, WORDS, { models: ['larch'] }, { kind: 'probe' });
  for await (const { settled } of app.runs.follow(runId)) if (settled === stopAfter) break;
  if (stopAfter !== undefined) await app.runs.cancel(runId);
  return app.runs.whole(runId);
}

/** Some of everything that an answer can be. */
const varied: Says = ({ seed = 0 }) =>
  seed % 5 === 0
    ? { outcome: 'refused', text: 'No.', reasoning: 'hm', finishReason: 'stop', firstTokenMs: 3 }
    : seed % 5 === 1
      ? { outcome: 'failed', reason: 'unreachable' }
      : {
          text: 'yes — \u2028 “so”',
          servedBy: 'larch-1',
          logprobs: [{ token: 'yes', logprob: -0.1, top: [{ token: 'no', logprob: -2 }] }],
        };

let whole: WholeRun;
let partial: WholeRun;
let exported: string;
beforeAll(async () => {
  whole = await snapshotOf(varied);
  exported = await exportedLines(whole);
  let asked = 0;
  partial = await snapshotOf((ask) => (asked++ < 3 ? 'yes' : untilAborted(ask)), 3);
});

/** As JSON has it: what is undefined is not there. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

describe('an export that is read back', () => {
  test.each(['whole', 'partial'] as const)('is the same run: %s', async (name) => {
    const snapshot = name === 'whole' ? whole : partial;
    const order = new Map(snapshot.plan.trials.map(({ trialId }, at) => [trialId, at]));
    const inOrder = {
      ...snapshot,
      trials: snapshot.trials.toSorted(
        (a, b) => (order.get(a.trialId) ?? 0) - (order.get(b.trialId) ?? 0),
      ),
    };
    for (const text of [
      await exportedLines(snapshot),
      JSON.stringify(exportedRun(inOrder), null, 2),
    ]) {
      const again = importRun(text);
      expect(compare(again)).toEqual(compare(snapshot));
      const { partial: _, settledBefore, ...kept } = inOrder;
      expect(plain(again)).toMatchObject(plain(kept));
    }
  });

  test('holds every planned trial, asked or not', async () => {
    const again = importRun(await exportedLines(partial));
    expect(again.plan.trials).toHaveLength(32);
    expect(again.trials).toHaveLength(3);
  });

  test('is possible with every probe that is shipped', async () => {
    const scorers = await loadScorers();
    const personas = await loadPersonas(FOLDERS.personas.pathname);
    const probes = await loadProbes(FOLDERS.probes.pathname, scorers, personas);
    for (const probe of probes.values()) {
      expect(probeSchema.parse(plain(probe)), probe.name).toEqual(probe);
    }
  });
});

describe('a file that is no export', () => {
  const edited = (edit: (lines: string[]) => string[]) =>
    edit(exported.trimEnd().split('\n')).join('\n');
  const line = (at: number, change: object) =>
    edited((lines) =>
      lines.with(at, JSON.stringify({ ...JSON.parse(lines[at] ?? ''), ...change })),
    );

  test.each([
    ['nothing', () => '', 'The file is no JSON object'],
    ['prose', () => 'Dear all,\nhello.', 'The file is no JSON object'],
    ['another file', () => '{"kind":"something"}', 'it does not begin as one'],
    ['a cut line', () => edited((lines) => [...lines.slice(0, 3), '{"type":"tri']), 'Line 4 is no'],
    [
      'a seed that is none',
      () => line(2, { seed: -1 }),
      'Line 3: `seed` must be at least 0; given is -1',
    ],
    ['a trial twice', () => edited((lines) => lines.toSpliced(2, 0, lines[1] ?? '')), 'twice'],
    ['a stranger', () => line(1, { subject: 'birch/assistant' }), 'no subject, condition or item'],
    ['a part of its own', () => line(1, { type: 'note' }), 'is no part of a run'],
    ['no trials', () => edited(([first = '']) => [first, '{"type":"comparison"}']), 'no trials'],
    [
      'a judgement of nothing',
      () => edited((lines) => lines.filter((one) => !one.includes('"type":"trial"'))),
      'no trials',
    ],
  ])('is refused with the reason: %s', (_what, text, why) => {
    expect(() => importRun(text())).toThrow(UserError);
    expect(() => importRun(text())).toThrow(why);
  });

  test('of another format is told so', () => {
    expect(() => importRun(line(0, { format: 1 }))).toThrow('The file is of format 1; format 2');
  });

  test('is never more than a Problem, whatever is changed in it', () => {
    const cut = fc.record({
      at: fc.nat(exported.length),
      drop: fc.nat(400),
      put: fc.constantFrom('', 'null', '{}', '"', '-1', '\n', '[[[[', '\u0000', '"id":"../x",'),
    });
    fc.assert(
      fc.property(cut, ({ at, drop, put }) => {
        const changed = exported.slice(0, at) + put + exported.slice(at + drop);
        try {
          compare(importRun(changed));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 200 },
    );
  });
});
