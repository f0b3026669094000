import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import { compare } from '../../core/comparison/compare.ts';
import type { Comparison } from '../../core/domain/comparison.ts';
import type { Probe } from '../../core/domain/probe.ts';
import type { Snapshot } from '../../core/domain/run.ts';
import { loadMeasures, MEASURES, type MeasureKinds } from '../../core/measures/registry.ts';
import { selectConditions } from '../../core/planning/select-conditions.ts';
import { loadProbes } from '../../core/probes/load.ts';
import { figureMessages } from '../../core/views/figures.ts';
import { runMessage } from '../../core/views/run.ts';
import { finished, items, number } from '../fixtures/finished.ts';
import { scorers } from '../probes/folder.ts';

const MEASURE_KINDS = resolve(import.meta.dirname, '../../core/measures');

/** All of a new kind: the longest value of a score in each row, against a limit. */
const PEAK = `
import { z } from 'zod';
import { defineMeasure } from '${MEASURE_KINDS}/define-measure.ts';
import { estimatesPicture } from '${MEASURE_KINDS}/pictures/estimates.ts';
import { byRow, ended } from '${MEASURE_KINDS}/rows.ts';
import { aboutOf } from '${MEASURE_KINDS}/points.ts';
import { needsOf } from '${MEASURE_KINDS}/uncorrected.ts';

export const measure = defineMeasure({
  kind: 'peak',
  fields: { score: z.string(), limit: z.number() },
  references: ({ score }) => [{ to: 'score', name: score, path: ['score'] }],
  fault: ({ limit }) =>
    limit > 100
      ? { path: ['limit'], what: 'no answer is above 100.', hint: 'Write a limit up to 100.' }
      : undefined,
  compute: ({ trials }, { score, limit }) => {
    const points = trials.flatMap((judged) =>
      judged.replies(score).map((reply) => ({
        ...aboutOf(judged, { grouped: false }),
        outcome: reply.outcome,
        value: judged.verdict(score, reply)?.value,
      })),
    );
    const rows = [...byRow(points).values()].map((own) => ({
      ...own[0].key,
      estimate: Math.max(...own.map(({ value }) => value)),
      method: 'none',
      units: own.length,
      unit: 'item',
      ...ended(own),
    }));
    return {
      format: 'metres',
      scale: [0, 100],
      chance: limit,
      rows,
      contrasts: rows.map(({ subjectId, condition, estimate, units }) => ({
        state: 'tested',
        rows: { a: { subjectId, condition }, varies: 'chance', pairs: units, unit: 'item' },
        found: { difference: estimate - limit, p: estimate > limit ? 0.001 : 1, test: 'binomial' },
        floor: 0.001,
        needs: needsOf(true),
      })),
      notes: ['Heights are in metres.'],
    };
  },
  words: {
    noun: 'peak',
    contrast: ({ contrast: { a, difference } }) => a.condition + ' peaks by ' + difference,
  },
  pictures: [
    {
      chart: 'estimates',
      fits: () => true,
      picture: (plan, measure) => ({ ...estimatesPicture(plan, measure), title: 'the peaks' }),
    },
  ],
  table: {
    whole: ({ label }) => ({
      caption: label + ', as they are',
      columns: [{ text: 'height', align: 'right', cell: ({ estimate }) => estimate + ' m' }],
    }),
    brief: ({ label }) => ({
      caption: label + ', in short',
      columns: [{ text: 'height', align: 'right', cell: ({ estimate }) => estimate + '' }],
    }),
  },
});
`;

/** A kind that gives each trial a number has no more to say than where the number comes from. */
const LENGTH = `
import { defineMeasure } from '${MEASURE_KINDS}/define-measure.ts';
import { figureFields } from '${MEASURE_KINDS}/fields.ts';

export const measure = defineMeasure({
  kind: 'length',
  fields: figureFields,
  references: () => [],
  figure: {
    scores: () => ['height'],
    values: ({ trial }) => {
      const { length } = trial.replies[0].text;
      return [{ outcome: trial.outcome, value: length, length }];
    },
    form: () => ({ format: 'letters', scale: [0, 200] }),
  },
});
`;

const HILLS = {
  ...{ name: 'hills', version: 1, title: 'how high?', about: 'A probe for tests.' },
  source: [{ label: 'tests' }],
  samples: 1,
  conditions: ['plain', 'urged'].map((id) => ({ id, label: id })),
  baseline: 'plain',
  items: items(8),
  scores: [{ id: 'height', by: 'pattern', pattern: '\\d' }],
  measures: [
    { id: 'top', label: 'the top', kind: 'peak', score: 'height', limit: 50 },
    { id: 'letters', label: 'letters', kind: 'length' },
    { id: 'steady', label: 'where it varies', kind: 'spread', of: 'letters' },
  ],
  psm: {
    predicts: 'Higher when urged.',
    against: 'As high.',
    directions: [{ measure: 'top', under: 'urged', direction: 'more' }],
  },
};

let folder: string;
let kinds: MeasureKinds;

async function add(name: string, source: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'measure.ts'), source);
}

/** The probe as it is read from a file. */
async function load(parts: object = {}): Promise<Probe> {
  const probes = await mkdtemp(join(tmpdir(), 'dramatis-probes-'));
  try {
    await writeFile(join(probes, 'hills.yaml'), stringify({ ...HILLS, ...parts }));
    const loaded = await loadProbes(probes, scorers, new Map(), kinds);
    const probe = loaded.get('hills');
    if (!probe) throw new Error('hills was not loaded');
    return probe;
  } finally {
    await rm(probes, { recursive: true });
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dramatis-measures-'));
  await add('peak', PEAK);
  await add('length', LENGTH);
  kinds = new Map([...MEASURES, ...(await loadMeasures(folder))]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('a measure kind that is one new folder', () => {
  let run: Snapshot;
  let comparison: Comparison;

  beforeAll(async () => {
    run = await finished(await load(), ({ condition, item }) => ({
      value: condition === 'urged' ? 60 + number(item) : 20 + number(item),
    }));
    comparison = compare(run, kinds);
  });

  test('has its figures, and contrasts that are corrected and held against predictions', () => {
    const [top] = comparison.measures;
    expect(top?.rows).toMatchObject([
      { condition: 'plain', estimate: 27, trials: 8 },
      { condition: 'urged', estimate: 67, trials: 8 },
    ]);
    expect(top?.contrasts).toMatchObject([
      { difference: -23, p: 1, adjusted: 1, verdict: 'none found' },
      { difference: 17, p: 0.001, adjusted: 0.002, verdict: 'difference' },
    ]);
    expect(top).toMatchObject({ declared: true, format: 'metres', chance: 50 });
  });

  test('is worded in its own way', () => {
    expect(comparison.finding).toBe(
      'urged peaks by 17, as PSM predicts. Of 2 contrasts 1 differs after correction.',
    );
    const plain = compare(
      { ...run, judgements: run.judgements.map((one) => ({ ...one, result: scored(10) })) },
      kinds,
    );
    expect(plain.finding).toContain('No peak found in “the top”');
  });

  test('has its picture, its columns and its notes in the message', () => {
    const { view } = runMessage(run, comparison, new Date(0), kinds);
    const picture = view.blocks.flatMap((block) =>
      block.kind === 'picture' ? [block.picture as EstimatesPicture] : [],
    );
    expect(picture).toMatchObject([{ kind: 'estimates', title: 'the peaks', chance: 50 }]);
    const [table] = view.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(table).toMatchObject({
      caption: 'the top, in short',
      rows: [{ cells: ['plain', '27', '8 of 8', '8'] }, { cells: ['urged', '67', '8 of 8', '8'] }],
    });
    expect(JSON.stringify(view)).toContain('the top. Heights are in metres.');
    const all = JSON.stringify(figureMessages(run.plan, comparison, kinds));
    expect(all).toContain('the top, as they are');
    expect(all).toContain('67 m');
  });

  test('that gives each trial a number is looked at by other measures, as a mean is', () => {
    const [, letters, steady] = comparison.measures;
    expect(letters?.rows).toMatchObject([
      { estimate: 1, method: 't' },
      { estimate: 1, method: 't' },
    ]);
    expect(letters?.contrasts).toMatchObject([{ difference: 0, test: 'sign flip' }]);
    expect(steady?.rows).toHaveLength(2);
  });

  test('is checked where a probe is loaded', async () => {
    const top = HILLS.measures[0];
    const with_ = (parts: object) => load({ measures: [{ ...top, ...parts }] });
    await expect(with_({ score: 'hight' })).rejects.toThrow('there is no score called “hight”');
    await expect(with_({ limit: 101 })).rejects.toThrow('no answer is above 100.');
    await expect(with_({ limmit: 1 })).rejects.toThrow('there is no key “limmit” here');
    await expect(with_({ kind: 'peek' })).rejects.toThrow('`measures.0.kind` cannot be “peek”');
  });

  test('stays or goes with what it refers to where conditions are chosen', async () => {
    const scores = [
      ...HILLS.scores,
      { id: 'other', by: 'pairwise', rubric: 'Which is higher?', against: 'urged' },
    ];
    const other = { ...HILLS.measures[0], id: 'other', score: 'other' };
    const probe = await load({ scores, measures: [...HILLS.measures, other] });
    const left = selectConditions(probe, ['plain'], kinds);
    expect(left.measures.map(({ id }) => id)).toEqual(['top', 'letters', 'steady']);
  });
});

const scored = (value: number) => ({ status: 'scored', value, reason: 'told' }) as const;

test('a folder that does not export a measure of its own name is named', async () => {
  await add('peek', PEAK);
  await expect(loadMeasures(folder)).rejects.toThrow(
    /peek.*does not export a measure called “peek”/,
  );
  await rm(join(folder, 'peek'), { recursive: true });
});

test('a run of a kind that is not there says so', async () => {
  const run = await finished(await load(), () => ({ value: 1 }));
  expect(() => compare(run)).toThrow('There is no kind of measure called “peak”.');
});

test('the kinds that ship are those that have a folder', () => {
  expect([...MEASURES.keys()]).toEqual([
    ...['correlation', 'distribution', 'mean', 'preference', 'share', 'spread', 'trend'],
  ]);
});
