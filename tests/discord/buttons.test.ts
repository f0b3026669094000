import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../bots/discord/limits.ts';
import { buttonRows, customId, longLines } from '../../bots/discord/render/actions.ts';
import type { Action } from '../../core/views/view.ts';

/** Lines short and long, of any letters, also such as cannot be sent as they are. */
const line = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.constantFrom('', 'ask \uD83D', 'ask 人格', 'x'.repeat(94), 'x'.repeat(95)),
);

const action = (line: string): Action => ({ label: 'do', line, style: 'plain' });

describe('a button’s id', () => {
  test('leads back to its line, in the same process', () => {
    fc.assert(
      fc.property(line, fc.nat({ max: 4 }), (line, at) => {
        const lines = longLines();
        lines.remember(Array.from({ length: at + 1 }, () => action(line)));
        const id = customId(line, at);
        expect(id.length).toBeLessThanOrEqual(LIMITS.customId.max);
        expect(lines.lineOf(id)).toBe(line);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test('is the line itself where that fits, and so needs no memory', () => {
    expect(longLines().lineOf(customId('rerun 7f3a9c --samples 10', 2))).toBe(
      'rerun 7f3a9c --samples 10',
    );
  });

  test('of a long line is forgotten after many others, not sooner', () => {
    const lines = longLines(2);
    const long = (name: string) => action(name.padEnd(200, '.'));
    lines.remember([long('a'), long('b')]);
    lines.remember([long('a')]);
    lines.remember([long('c')]);
    expect(lines.lineOf(customId(long('a').line, 0))).toBe(long('a').line);
    expect(lines.lineOf(customId(long('b').line, 1))).toBeUndefined();
  });

  test.each(['', 'nonsense', 'name0:unknown', 'line:no place'])('%j is nobody’s', (id) => {
    expect(longLines().lineOf(id)).toBeUndefined();
  });
});

test('two buttons with one line have two ids', () => {
  const [row] = buttonRows([action('rerun 1'), action('rerun 1')]);
  const ids = row?.components.map(({ custom_id }) => custom_id) ?? [];
  expect(new Set(ids).size).toBe(2);
});

test('a button without a label still has one', () => {
  const [row] = buttonRows([{ ...action('x'), label: '\u200B' }]);
  expect(row?.components[0]?.label).toBe('…');
});
