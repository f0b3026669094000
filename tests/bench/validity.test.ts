import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SIMULATIONS } from '../../bench/validity/all.ts';
import { resultsOf } from '../../bench/validity/farm.ts';
import { law, SCALE, statements } from '../../bench/validity/pool.ts';
import { ASSISTANT, drawn, finishedRun, probeOf } from '../../bench/validity/run.ts';
import { passes, type Result } from '../../bench/validity/simulation.ts';
import { sections, table } from '../../bench/validity/table.ts';
import { worked } from '../../bench/validity/work.ts';
import { choiceDistribution } from '../../cast/choice/distribution.ts';
import { random } from '../../core/statistics/random.ts';
import { modelNamed, textOf, user, utter } from '../cast/cast.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/validity.md'), 'utf8');
const figures = SIMULATIONS.flatMap((one) => one.figures);

describe('docs/validity.md', () => {
  test('has a row for each figure of the bench, in its order, and no other', () => {
    const rows = [...docs.matchAll(/^\| (.+?) \|.*\| (?:yes|\*\*no\*\*|–) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(figures.map(({ name }) => name));
  });

  test('names each figure once', () => {
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
  });

  test('says of each figure whether it lies within its target, as its numbers do', () => {
    const row =
      /^\| .+? \|.*\| (?:at most ([\d.]+)|([\d.]+) to ([\d.]+)) % \| ([\d.]+) % ± ([\d.]+) \|.*\| (yes|\*\*no\*\*|–) \|$/gm;
    const rows = [...docs.matchAll(row)];
    expect(rows.length).toBeGreaterThan(100);
    for (const [line, most, low = '0', high = most, mean, error, met] of rows) {
      // A chance that is met exactly comes out above it in half of all benches; the docs are rounded.
      const slack = most === undefined ? 0.05 : 2 * Number(error) + 0.05;
      const isWithin = Number(mean) >= Number(low) - 0.05 && Number(mean) <= Number(high) + slack;
      expect(met, line).toBe(isWithin ? 'yes' : '**no**');
    }
  });
});

/** One of each group that is soon ready, with so many runs, and the means that seed 1 gives its figures. */
const QUICK: readonly (readonly [start: string, runs: number, means: readonly number[]])[] = [
  ['coverage: items far apart, 8 × 1', 50, [0.98, 0.98, 0.94, 1]],
  ['more: difference of shares over', 50, [0.98]],
  ['more: peeking', 5, [0, 0.4]],
  ['nulls: chance 3', 20, [0, 0.05]],
  ['nulls: correlation 3', 3, [0]],
  ['power: planned effect, share, 23 × 2', 20, [0.6]],
  ['speaker: bramble by oak', 3, [0.398, 0.398, 0.04, 1]],
];

describe('a small bench', () => {
  test.each(QUICK)('of “%s” gives the figures that this seed has', async (start, runs, means) => {
    const simulation = SIMULATIONS.find(({ name }) => name.startsWith(start));
    if (!simulation) throw new Error(`there is no simulation ${start}`);
    const prepared = await simulation.prepare();
    const sums = await worked(simulation.name, prepared, 1, 0, runs);
    const results = resultsOf(simulation, [{ sums, told: prepared.told ?? {} }]);
    expect(results.length).toBeGreaterThan(0);
    expect(results.map(({ mean }) => Number(mean.toFixed(3)))).toEqual(means);
    for (const one of results) expect(one.runs).toBe(runs);
    expect(await worked(simulation.name, prepared, 1, 0, runs)).toEqual(sums);
  });
});

describe('the truth that the bench knows', () => {
  const [question = ''] = statements(1);
  const frame = { model: 'larch', system: 'You are a pirate.' };

  test('is that of the very texts that a run sends, whichever way the scale stands', async () => {
    const probe = probeOf({
      conditions: [{ id: 'plain', label: 'plain', system: frame.system }],
      baseline: 'plain',
      items: [{ id: 'q-0', ask: question }],
      measures: [{ id: 'mean', label: 'mean', kind: 'mean', score: 'agrees', scale: [1, 6] }],
    });
    const { plan } = await finishedRun(
      { probe, models: ['larch'], personas: [ASSISTANT], samples: 8 },
      1,
      () => ({ outcome: 'answered', text: '1' }),
    );
    const known = law(frame, question).options.map(({ share }) => share);
    const orders = new Set<string>();
    for (const { system = '', steps, presented } of plan.trials) {
      const [step] = steps;
      const order = presented.agrees?.order ?? [];
      orders.add(order.join());
      const content = step?.kind === 'ask' ? step.user : '';
      const sent = choiceDistribution(modelNamed('larch'), [
        { role: 'system', content: system },
        user(content),
      ]);
      sent?.options.forEach(({ share }, at) => {
        expect(share).toBeCloseTo(known[Number(order[at]) - 1] ?? Number.NaN, 12);
      });
    }
    expect(orders.size).toBe(2);
  });

  test('is what the cast answers, and what is drawn in its place', () => {
    const chance = random(3);
    const own = law({ model: 'larch' }, question);
    const order = SCALE.map((_, at) => String(at + 1));
    const text = `${question}\n\nReply with one number, alone on the first line.\n${SCALE.map((name, at) => `${at + 1}. ${name}`).join('\n')}`;
    const counted = { cast: 0, bench: 0 };
    const many = 1_500;
    for (let seed = 0; seed < many; seed++) {
      if (/^[456]/.test(textOf(utter('larch', [user(text)], seed)))) counted.cast += 1;
      if (/^[456]/.test(drawn(own, order, chance))) counted.bench += 1;
    }
    const truth = own.options.slice(3).reduce((sum, { share }) => sum + share, 0);
    const slack = 4 * Math.sqrt((truth * (1 - truth)) / many);
    expect(Math.abs(counted.cast / many - truth)).toBeLessThan(slack);
    expect(Math.abs(counted.bench / many - truth)).toBeLessThan(slack);
  });
});

describe('a figure', () => {
  const figure = (mean: number, target: Result['target'], edge?: string): Result => ({
    name: 'figure',
    group: 'power',
    of: 'it',
    planted: '',
    target,
    edge,
    mean,
    standardError: 0.01,
    runs: 1000,
  });

  test('meets its target or not, and a chance of a false claim may lie above it by its error', () => {
    expect(passes(figure(0.95, [0.93, 0.97]))).toBe(true);
    expect(passes(figure(0.92, [0.93, 0.97]))).toBe(false);
    expect(passes(figure(0.06, [0, 0.05]))).toBe(true);
    expect(passes(figure(0.08, [0, 0.05]))).toBe(false);
    expect(passes(figure(0.99, [0.93, 0.97], 'a reason'))).toBeUndefined();
  });

  test('is a row of the table', () => {
    expect(
      table([figure(0.951, [0.93, 0.97]), figure(0.99, undefined, 'a reason')]).split('\n'),
    ).toEqual([
      '| figure | planted | target | came out (± its error) | runs | met |',
      '| --- | --- | --- | --- | --- | --- |',
      '| figure |  | 93.0 to 97.0 % | 95.1 % ± 1.0 | 1,000 | yes |',
      '| figure |  | a reason | 99.0 % ± 1.0 | 1,000 | – |',
    ]);
    expect(sections([figure(0.5, [0, 1])])).toMatch(/^### Power\n\n\| figure \|/);
  });
});
