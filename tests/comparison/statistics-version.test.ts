import { expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { STATISTICS } from '../../core/comparison/comparison-store.ts';
import { measuredRun } from '../fixtures/measured.ts';

/** Kept comparisons are read by this version, so that other figures need another one. */
test('figures that differ from those that are kept have another version of the statistics', async () => {
  const { measures, finding, judges, agreement, lengths } = compare(await measuredRun());
  const text = JSON.stringify(
    { measures, finding, judges, agreement, lengths },
    // What the last digits are is up to the machine.
    (_, value) => (typeof value === 'number' ? Number(value.toPrecision(8)) : value),
    1,
  );
  await expect(text).toMatchFileSnapshot(`./golden/statistics-${STATISTICS}.json`);
});
