import { describe, expect, test } from 'vitest';
import type { WholeRun } from '../../core/domain/run.ts';
import { WORDS } from '../fixtures/app.ts';
import { exportedLines, exportedRun } from '../fixtures/compared.ts';
import { type FinishedRun, finished } from '../fixtures/finished.ts';

/** The run without what differs each time: its id and the time at which it was planned. */
async function fixed(): Promise<FinishedRun> {
  const run = await finished(
    WORDS,
    ({ condition, sample }) => ({ value: condition === 'urged' || sample === 2 ? 1 : 0 }),
    { models: ['larch', 'rowan'] },
  );
  return {
    ...run,
    plan: { ...run.plan, runId: '0a1b2c3d', plannedAt: '2026-01-01T00:00:00.000Z' },
  };
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Ten digits of each number: the last ones are no part of the shape, and differ with the machine's arithmetic. */
const rounded = (text: string) =>
  text.replace(/\d+\.\d{11,}(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toPrecision(10))),
  );

describe('an export, which scripts read', () => {
  test('of a finished run stays as it is', async () => {
    const run = await fixed();
    await expect(rounded(await exportedLines(run))).toMatchFileSnapshot('./golden/finished.jsonl');
    await expect(rounded(pretty(exportedRun(run)))).toMatchFileSnapshot('./golden/finished.json');
  });

  test('of a run that was stopped stays as it is', async () => {
    const run = await fixed();
    const part: WholeRun = {
      ...run,
      state: 'failed',
      reason: 'The budget is spent.',
      trials: run.trials.slice(0, 5),
      judgements: run.judgements.slice(0, 4),
      settled: 4,
    };
    await expect(rounded(await exportedLines(part))).toMatchFileSnapshot('./golden/stopped.jsonl');
  });
});
