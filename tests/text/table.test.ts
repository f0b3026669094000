import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../core/text/columns.ts';
import { layoutTable, type TableRoom, tableLines } from '../../core/text/table.ts';

const columns = [
  { head: 'subject', align: 'left' },
  { head: 'counts itself in', align: 'right' },
] as const;
const rows = [['larch / assistant', '42 %'], ['人格', '5 %'], ['rowan']];

const lay = (room: TableRoom, ruled = true) => {
  const layout = layoutTable(columns, rows, room);
  return layout && tableLines(layout, { ruled });
};

describe('a table in characters', () => {
  test('is as wide as its content where nothing wraps', () => {
    expect(lay({ width: 80, wraps: 'nothing' }, false)).toEqual([
      'subject            counts itself in',
      'larch / assistant              42 %',
      '人格                            5 %',
      'rowan',
    ]);
    expect(lay({ width: 34, wraps: 'nothing' })).toBeUndefined();
  });

  test('has heads in several lines where only they wrap, even with room for one', () => {
    expect(lay({ width: 80, wraps: 'heads' })).toEqual([
      'subject            counts',
      '                   itself',
      '                       in',
      '─────────────────  ──────',
      'larch / assistant    42 %',
      '人格                  5 %',
      'rowan',
    ]);
    expect(lay({ width: 24, wraps: 'heads' })).toBeUndefined();
  });

  test('wraps cells where it has to, figures last', () => {
    expect(lay({ width: 80, wraps: 'cells' })).toEqual(lay({ width: 35, wraps: 'cells' }));
    expect(lay({ width: 20, wraps: 'cells' })).toEqual([
      'subject       counts',
      '              itself',
      '                  in',
      '────────────  ──────',
      'larch /         42 %',
      'assistant',
      '人格             5 %',
      'rowan',
    ]);
    expect(lay({ width: 10, wraps: 'cells' })).toBeUndefined();
    const figures = [
      { head: 'what', align: 'left' },
      { head: 'share', align: 'right' },
    ] as const;
    const layout = layoutTable(figures, [['one two three', '42 % [29, 56]']], {
      width: 24,
      wraps: 'cells',
    });
    expect(layout && tableLines(layout, { ruled: false })).toEqual([
      'what               share',
      'one two    42 % [29, 56]',
      'three',
    ]);
  });

  test('without rows is its heads, and without columns nothing', () => {
    const layout = layoutTable(columns, [], { width: 80, wraps: 'nothing' });
    expect(layout?.rows).toEqual([]);
    expect(layoutTable([], [], { width: 80, wraps: 'cells' })).toMatchObject({
      rule: [],
      rows: [],
    });
  });

  test('is never wider than its room, whatever it holds', () => {
    const cell = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
        fc.integer({ min: 10, max: 100 }),
        fc.constantFrom<TableRoom['wraps']>('nothing', 'heads', 'cells'),
        (heads, body, width, wraps) => {
          const layout = layoutTable(
            heads.map((head) => ({ head, align: 'left' })),
            body,
            { width, wraps },
          );
          for (const line of layout ? tableLines(layout, { ruled: true }) : []) {
            expect(columnsOf(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
      { seed: 41 },
    );
  });
});
