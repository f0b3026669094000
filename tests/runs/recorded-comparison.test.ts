import { expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { recordComparison } from '../../core/runs/recorded-run.ts';
import { WORDS } from '../fixtures/app.ts';
import { finished, items, number, predicting, probeWith } from '../fixtures/finished.ts';

type Json = Readonly<Record<string, unknown>>;

/** The first measure, as scripts read it. */
function written(run: Snapshot): {
  readonly contrasts: readonly Json[];
  readonly rows: readonly Json[];
} {
  return JSON.parse(JSON.stringify(recordComparison(compare(run)))).measures[0];
}

const keys = (json: Json | undefined) => Object.keys(json ?? {}).sort();

const URGED = {
  ...predicting({ measure: 'level', under: 'urged', than: 'plain', direction: 'more' }),
  samples: 1,
  conditions: [
    { id: 'plain', label: 'plain' },
    { id: 'urged', label: 'urged' },
    { id: 'again', label: 'urged in other words', paraphrases: 'urged' },
  ],
  measures: [{ id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] }],
};

const levels = (urged: number) => (one: { condition: string; item: string }) => {
  const level = one.condition === 'plain' ? 20 : one.condition === 'urged' ? urged : 60;
  return { value: level + number(one.item) * 2 };
};

/** Of a contrast that was tested. */
const TESTED = [
  ...['a', 'b', 'detectable', 'difference', 'effect', 'evidence', 'interval', 'p', 'pairs'],
  ...['prediction', 'test', 'unit', 'varies', 'verdict', 'yardstick'],
];

test.each([
  ['a difference', 'difference', 8, 60, ['adjusted']],
  ['none found', 'none found', 8, 20, ['adjusted']],
  ['too few', 'too few', 4, 60, ['needed']],
] as const)('of %s has the same fields as ever', async (_, verdict, many, urged, own) => {
  const probe = probeWith({ ...URGED, items: items(many) });
  const wobbles: typeof levels = (level) => (one) => ({
    value:
      levels(level)(one).value + (one.condition === 'urged' ? (number(one.item) % 2) * 4 - 2 : 0),
  });
  const { contrasts } = written(await finished(probe, wobbles(urged), { evidence: {} }));
  expect(contrasts).toHaveLength(1);
  expect(contrasts[0]?.verdict).toBe(verdict);
  expect(keys(contrasts[0])).toEqual([...TESTED, ...own].sort());
  expect(contrasts[0]?.effect).toEqual({ kind: 'd_z', value: expect.any(Number) });
  expect(contrasts[0]?.evidence).toEqual({ e: expect.any(Number), total: expect.any(Number) });
  expect(contrasts[0]?.a).toEqual({ subject: 'larch/assistant', condition: 'urged' });
});

test('of what cannot be compared has the reason and no figures', async () => {
  const run = await finished(probeWith(URGED), (one) =>
    one.condition === 'urged' ? { outcome: 'refused' } : levels(0)(one),
  );
  const [contrast] = written(run).contrasts;
  expect(keys(contrast)).toEqual(['a', 'b', 'pairs', 'reason', 'unit', 'varies', 'verdict']);
  expect(contrast?.verdict).toBe('not comparable');
});

test('of what nobody was asked has no figures, and how many would do', async () => {
  const pair = items(2).map((item) => ({ ...item, pair: ['tea', 'milk'] }));
  const options = ['tea', 'milk', 'rain'].map((value) => ({ value, label: value }));
  const scores = ['says-yes', 'says-yes'];
  const probe = probeWith({
    items: pair,
    measures: [{ id: 'taste', label: 'taste', kind: 'preference', scores, options }],
  });
  const { contrasts } = written(await finished(probe, () => ({ value: 'first' })));
  const rain = contrasts.filter(({ a }) => (a as Json).group === 'rain');
  expect(rain).toHaveLength(2);
  const fields = keys(rain[0]).filter((key) => key !== 'test');
  expect(fields).toEqual(['a', 'needed', 'pairs', 'unit', 'varies', 'verdict']);
  expect(rain[0]).toMatchObject({ verdict: 'too few', needed: 8, pairs: 0 });
});

const ROW = [
  ...['condition', 'estimate', 'interval', 'method', 'outcomes', 'scored', 'subject', 'trials'],
  ...['unit', 'units'],
];

test('of a row with an estimate and of one without has the same fields as ever', async () => {
  const run = await finished(WORDS, ({ condition }) =>
    condition === 'urged' ? { outcome: 'failed' } : { value: 1 },
  );
  const [estimated, empty] = written(run).rows;
  expect(keys(estimated)).toEqual(ROW);
  expect(keys(empty)).toEqual(ROW.filter((key) => key !== 'estimate' && key !== 'interval'));
  expect(empty).toMatchObject({ method: 'wilson', scored: 0, units: 0 });
});

test('of a row of shares has them in place of an estimate', async () => {
  const categories = ['x', 'y'].map((value) => ({ value, label: value }));
  const who = { id: 'who', label: 'who', kind: 'distribution', score: 'says-yes', categories };
  const { rows } = written(await finished(probeWith({ measures: [who] }), () => ({ value: 'x' })));
  const own = ROW.filter((key) => key !== 'estimate' && key !== 'interval');
  expect(keys(rows[0])).toEqual([...own, 'shares'].sort());
  expect(rows[0]?.shares).toEqual([
    { estimate: 1, interval: [expect.any(Number), 1] },
    { estimate: 0, interval: [0, expect.any(Number)] },
  ]);
});
