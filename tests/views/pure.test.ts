import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import type { Comparison } from '../../core/domain/comparison.ts';
import type { WholeRun } from '../../core/domain/run.ts';
import { answerMessages } from '../../core/views/answers.ts';
import { exportMessage } from '../../core/views/export.ts';
import { figureMessages } from '../../core/views/figures.ts';
import { runMessage } from '../../core/views/run.ts';
import { measuredRun } from '../fixtures/measured.ts';

const NOW = new Date('2026-01-01T00:01:00.000Z');
const done = await measuredRun();
const { evidence: _, leftOut: __, ...plan } = done.plan;
const states: Record<string, WholeRun> = {
  done,
  running: { ...done, state: 'running', settled: 12, startedAt: '2026-01-01T00:00:00.000Z' },
  cancelled: { ...done, state: 'cancelled', settled: 12 },
  waiting: { ...done, state: 'waiting', reason: 'It is dear.', settled: 0, trials: [] },
  asked: { ...done, plan: { ...plan, kind: 'ask', origin: { kind: 'new' } } },
};

/** Everything that a run is shown as. */
function views(run: WholeRun, comparison: Comparison): unknown {
  return [
    runMessage(run, comparison, NOW),
    figureMessages(run.plan, comparison),
    [...answerMessages(run)],
    exportMessage(run, 'lines'),
  ];
}

/** Throws where somebody writes into it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

describe.each(Object.keys(states))('what is shown of a run: %s', (name) => {
  const run = states[name] ?? done;
  const comparison = compare(run);

  test('is the same of an equal run and comparison, and leaves both as they are', () => {
    const shown = views(frozen(structuredClone(run)), frozen(structuredClone(comparison)));
    expect(views(run, comparison)).toEqual(shown);
  });
});

test('the comparison that is given is the one that is shown, whatever the run', () => {
  const given: Comparison = {
    ...compare(done),
    finding: 'Found elsewhere.',
    warnings: ['Beware.'],
  };
  const { view } = runMessage(done, given, NOW);
  expect(view.blocks).toContainEqual({ kind: 'text', text: 'Found elsewhere.' });
  expect(view.blocks).toContainEqual({ kind: 'text', text: 'Beware.' });
  const [first] = figureMessages(done.plan, { ...given, measures: given.measures.slice(0, 1) });
  const [other] = figureMessages(done.plan, { ...given, measures: given.measures.slice(1, 2) });
  expect(first?.view.blocks).not.toEqual(other?.view.blocks);
});

test('the time that is left is counted to the moment that is given', () => {
  const { running = done } = states;
  const left = (now: string) =>
    runMessage(running, compare(running), new Date(now)).view.blocks.find(
      ({ kind }) => kind === 'progress',
    );
  expect(left('2026-01-01T00:01:00.000Z')).toMatchObject({ secondsLeft: 240 });
  expect(left('2026-01-01T00:02:00.000Z')).toMatchObject({ secondsLeft: 480 });
});
