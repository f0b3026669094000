import { expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { readRun, writeRun } from '../../core/comparison/run-text.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { measuredRun } from '../fixtures/measured.ts';

test('what is written for a thread gives the very comparison of the run', async () => {
  const run = await measuredRun();
  const comparison = compare(run);
  expect(comparison.lengths).toEqual(expect.any(Number));
  expect(comparison.agreement.map(({ value }) => value)).toEqual([
    expect.any(Number),
    expect.any(Number),
  ]);
  expect(comparison.judges[0]?.seconds).toBeGreaterThan(0);
  expect(compare(readRun(await writeRun(run)))).toEqual(comparison);
});

test('so it does of trials that failed, and of a run that was stopped', async () => {
  const run = await measuredRun();
  const failed: Snapshot = {
    ...run,
    state: 'cancelled',
    settled: 12,
    trials: run.trials.slice(0, 12).map((trial) => ({
      ...trial,
      outcome: 'failed',
      replies: trial.replies.map((reply) => ({ ...reply, outcome: 'failed', reason: 'busy' })),
    })),
    judgements: [],
  };
  const comparison = compare(failed);
  expect(comparison.warnings).toEqual(['12 of 12 trials failed, most often because: busy.']);
  expect(compare(readRun(await writeRun(failed)))).toEqual(comparison);
});

test('neither prompts nor what a judge wrote is handed on', async () => {
  const run = await measuredRun();
  const judge = { model: 'oak', raw: 'A-LONG-VERDICT', usage: run.trials[0]?.replies[0]?.usage };
  const wordy = {
    ...run,
    judgements: run.judgements.map((one) => ({ ...one, result: { ...one.result, judge } })),
  } as Snapshot;
  const { planned, trials, judgements } = await writeRun(wordy);
  expect(planned.join()).not.toContain('Question');
  expect([...trials, ...judgements].join()).not.toMatch(/A-LONG-VERDICT|told|tokensIn":1/);
});

test('a large run is written in bounded pieces, with turns for others in between', async () => {
  const run = await measuredRun();
  const many: Snapshot = { ...run, judgements: Array(2000).fill(run.judgements[0]) };
  let turns = 0;
  let writing = true;
  const tick = () => {
    turns += 1;
    if (writing) setImmediate(tick);
  };
  setImmediate(tick);
  const { judgements } = await writeRun(many);
  writing = false;
  expect(judgements.map((text) => JSON.parse(text).length)).toEqual(Array(10).fill(200));
  expect(turns).toBeGreaterThanOrEqual(9);
});
