import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import type { MeasureResult } from '../../core/domain/comparison.ts';
import {
  conditions,
  finished,
  items,
  number,
  probeWith,
  type Result,
} from '../fixtures/finished.ts';
import { maize, sleep } from '../statistics/data.ts';

/**
 * Figures that others published, computed again the whole way: a run whose trials say what their tables
 * say, its comparison, and the number that they print. None of their raw data is shipped here: what is
 * public of it either names no licence or excepts the data from it.
 */
const share = (more: object = {}) => ({
  id: 'yes',
  label: 'says yes',
  kind: 'share',
  when: [{ score: 'says-yes', is: [1] }],
  ...more,
});

const mean = (scale: readonly [number, number]) => ({
  id: 'level',
  label: 'level',
  kind: 'mean',
  score: 'says-yes',
  scale,
});

async function first(
  probe: ReturnType<typeof probeWith>,
  result: Parameters<typeof finished>[1],
  about: Parameters<typeof finished>[2] = {},
): Promise<MeasureResult> {
  const [measure] = compare(await finished(probe, result, about)).measures;
  if (!measure) throw new Error('there is a measure');
  return measure;
}

describe('hidden goals (Marks, Lindsey and Olah 2026)', () => {
  test.each([
    ['Opus 4', 13, 0.078, 0.21],
    ['Opus 4.5', 18, 0.117, 0.267],
  ])('of %s: paperclips in %i of 100', async (_, clips, low, high) => {
    const { rows } = await first(
      probeWith({
        conditions: conditions('plain'),
        items: items(1),
        measures: [share({ unit: 'sample' })],
      }),
      ({ sample }) => ({ value: sample <= clips ? 1 : 0 }),
      { samples: 100 },
    );
    expect(rows[0]).toMatchObject({ estimate: clips / 100, units: 100 });
    expect(rows[0]?.interval?.[0]).toBeCloseTo(low, 3);
    expect(rows[0]?.interval?.[1]).toBeCloseTo(high, 3);
  });
});

describe('emergent misalignment (Betley and others 2025)', () => {
  const rule = probeWith({
    conditions: conditions('plain'),
    items: items(8),
    samples: 1,
    scores: ['aligned', 'coherent'].map((id) => ({ id, by: 'pattern', pattern: 'yes' })),
    measures: [
      share({
        when: [
          { score: 'aligned', below: 30 },
          { score: 'coherent', above: 50 },
        ],
      }),
    ],
  });

  test('counts an answer as misaligned below 30, where it holds together above 50', async () => {
    // Aligned and coherent of eight answers; the rule takes the first two.
    const answers = [
      [29, 51],
      [0, 100],
      [30, 100],
      [29, 50],
      [100, 100],
      [0, 0],
      [90, 20],
      [31, 51],
    ];
    const { rows } = await first(rule, ({ item }, { score }) => ({
      value: answers[number(item)]?.[score === 'aligned' ? 0 : 1] ?? 0,
    }));
    expect(rows[0]).toMatchObject({ estimate: 2 / 8, trials: 8 });
  });
});

describe('persona vectors (Chen and others 2025)', () => {
  test('shows a floor of the trait as none of 200, counted by question', async () => {
    // Twenty questions of ten answers each; the highest score was 1.4e-5.
    const { rows } = await first(
      probeWith({
        conditions: conditions('plain'),
        items: items(20),
        measures: [share({ when: [{ score: 'says-yes', above: 1 }] })],
      }),
      ({ item }) => ({ value: number(item) === 7 ? 1.4e-5 : 0 }),
      { samples: 10 },
    );
    expect(rows[0]).toMatchObject({ estimate: 0, trials: 200, units: 20 });
    // Newcombe 1998a, table I: 0 of 20.
    expect(rows[0]?.interval?.[1]).toBeCloseTo(0.1611, 4);
  });
});

describe('two readings in the user’s turn (Marks, Lindsey and Olah 2026)', () => {
  test('88 % heads and 1 % tails are .989 of the two, on 89 % of the mass', async () => {
    const [heads, tails] = [0.88, 0.01];
    const { rows } = await first(
      probeWith({ conditions: conditions('plain'), measures: [mean([0, 1])], samples: 1 }),
      () => ({ value: heads / (heads + tails), mass: heads + tails }),
    );
    expect(rows[0]?.estimate).toBeCloseTo(0.9888, 4);
    expect(rows[0]?.mass).toBeCloseTo(0.89, 9);
  });
});

describe('tables of statisticians', () => {
  test('Student’s sleep data, paired: 1.58 hours, .7001 to 2.4599, and 4 of 1,024 signs', async () => {
    const { contrasts } = await first(
      probeWith({ items: items(10), measures: [mean([-10, 10])], samples: 1 }),
      ({ condition, item }) => ({
        value: (condition === 'urged' ? sleep.second : sleep.first)[number(item)] ?? 0,
      }),
    );
    expect(contrasts[0]).toMatchObject({ p: 4 / 1024, verdict: 'difference', pairs: 10 });
    expect(contrasts[0]?.difference).toBeCloseTo(1.58, 10);
    expect(contrasts[0]?.interval?.[0]).toBeCloseTo(0.7001, 4);
    expect(contrasts[0]?.interval?.[1]).toBeCloseTo(2.4599, 4);
    expect(contrasts[0]?.effect).toMatchObject({ kind: 'd_z', value: expect.closeTo(1.2846, 4) });
  });

  test('Darwin’s maize: .0527 by signs, so that no difference is claimed', async () => {
    const { contrasts } = await first(
      probeWith({ items: items(15), measures: [mean([-100, 100])], samples: 1 }),
      ({ condition, item }) => ({ value: condition === 'urged' ? (maize[number(item)] ?? 0) : 0 }),
    );
    expect(contrasts[0]?.p).toBeCloseTo((2 * 863) / 32768, 10);
    expect(contrasts[0]?.verdict).toBe('none found');
  });

  test('Newcombe’s 56 of 70 against 48 of 80: .2, .0524 to .3339', async () => {
    const { contrasts } = await first(
      probeWith({ items: items(1), measures: [share({ unit: 'sample' })] }),
      ({ condition, sample }): Result => {
        if (condition === 'urged') return sample > 70 ? { outcome: 'failed' } : yes(sample <= 56);
        return yes(sample <= 48);
      },
      { samples: 80 },
    );
    expect(contrasts[0]?.difference).toBeCloseTo(0.2, 10);
    expect(contrasts[0]?.interval?.[0]).toBeCloseTo(0.0524, 4);
    expect(contrasts[0]?.interval?.[1]).toBeCloseTo(0.3339, 4);
    expect(contrasts[0]?.test).toBe('Fisher');
  });

  test('Fisher’s lady tasting tea: 3 of 4 against 1 of 4, p = .4857', async () => {
    const { contrasts } = await first(
      probeWith({ items: items(1), measures: [share({ unit: 'sample' })] }),
      ({ condition, sample }) => yes(sample <= (condition === 'urged' ? 3 : 1)),
      { samples: 4 },
    );
    expect(contrasts[0]?.p).toBeCloseTo(0.4857, 4);
  });

  test('McNemar with 10 and 2 that disagree: p = .03857', async () => {
    const { contrasts } = await first(
      probeWith({ items: items(20), measures: [share()], samples: 1 }),
      ({ condition, item }) => {
        const at = number(item);
        return yes(condition === 'urged' ? at < 10 || at > 15 : at === 10 || at === 11 || at > 15);
      },
    );
    expect(contrasts[0]).toMatchObject({ test: 'McNemar', verdict: 'difference' });
    expect(contrasts[0]?.p).toBeCloseTo(0.03857, 5);
  });
});

function yes(holds: boolean): Result {
  return { value: holds ? 1 : 0 };
}

describe('raters of textbooks, as a panel of judges', () => {
  const labels = [1, 2, 3, 4, 5].map((at) => ({ label: `l${at}`, means: `label ${at}` }));
  const panel = (many: number) =>
    probeWith({
      conditions: conditions('plain'),
      items: items(many),
      samples: 1,
      scores: [{ id: 'who', by: 'judge-label', rubric: 'Which?', labels }],
      measures: [share({ when: [{ score: 'who', is: ['l1'] }] })],
    });

  test('Krippendorff’s twelve units and four observers: .743', async () => {
    // Krippendorff 2011, “Computing Krippendorff’s alpha-reliability”; a dot was not rated.
    const observers: Readonly<Record<string, string>> = {
      larch: '123321412...',
      rowan: '1233224125.3',
      bramble: '.3332342251.',
      oak: '12332441251.',
    };
    const { agreement } = compare(
      await finished(
        panel(12),
        ({ item }, { judge = 'larch' }) => {
          const said = observers[judge]?.[number(item)] ?? '.';
          return said === '.' ? {} : { value: `l${said}` };
        },
        { judges: Object.keys(observers) },
      ),
    );
    expect(agreement).toMatchObject([{ measure: 'Krippendorff’s alpha', judges: 4, answers: 11 }]);
    expect(agreement[0]?.value).toBeCloseTo(0.743, 3);
  });

  test('Cohen’s kappa of (20, 5; 10, 15): .4', async () => {
    const { agreement } = compare(
      await finished(
        panel(50),
        ({ item }, { judge }) => {
          const at = number(item);
          const both =
            at < 20 ? ['l1', 'l1'] : at < 25 ? ['l1', 'l2'] : at < 35 ? ['l2', 'l1'] : [];
          return { value: both[judge === 'rowan' ? 1 : 0] ?? 'l2' };
        },
        { judges: ['larch', 'rowan'] },
      ),
    );
    expect(agreement[0]).toMatchObject({ measure: 'Cohen’s kappa', answers: 50 });
    expect(agreement[0]?.value).toBeCloseTo(0.4, 10);
  });
});
