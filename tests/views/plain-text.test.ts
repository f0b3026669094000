import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedPlainText, type PlainTextOptions, plainText } from '../../core/views/plain-text.ts';
import { progressLine, progressText } from '../../core/views/progress-text.ts';
import type { Block } from '../../core/views/view.ts';
import { viewArbitrary } from '../fixtures/arbitrary-view.ts';
import { estimates } from '../fixtures/views.ts';

const options = {
  tables: 'aligned',
  chartWidth: 40,
  typed: (line) => `/probe ${line}`,
} as const satisfies PlainTextOptions;
const plain = (block: Block, tables: PlainTextOptions['tables'] = 'aligned') =>
  plainText(block, { ...options, tables });

const table: Block = {
  kind: 'table',
  caption: 'shares',
  header: [
    { text: 'subject', align: 'left' },
    { text: 'share', align: 'right' },
  ],
  rows: [
    { cells: ['larch', '42 %'], colour: 0 },
    { cells: ['rowan', ''], colour: 1 },
  ],
};

describe('a block as plain text', () => {
  test.each<[Block, string]>([
    [{ kind: 'heading', text: 'a\nb' }, 'a b'],
    [{ kind: 'text', text: ' \u200b' }, '(empty)'],
    [{ kind: 'quote', text: 'a\nb' }, '> a\n> b'],
    [{ kind: 'code', text: 'a\u001bb' }, 'a␛b'],
    [{ kind: 'list', items: [] }, '(none)'],
    [
      { kind: 'list', items: [{ label: 'ask', text: 'One question.', line: 'ask "x"' }] },
      '• ask: One question.\n/probe ask "x"',
    ],
    [{ kind: 'columns', columns: [] }, '(no subjects)'],
    [
      {
        kind: 'columns',
        columns: [
          { model: 'larch', persona: 'poet', colour: 0, cells: [{ state: 'failed', text: 'why' }] },
          { model: 'rowan', persona: 'poet', colour: 1, cells: [{ state: 'answered', text: 'b' }] },
        ],
      },
      '🟦 larch / poet\n\n(failed) why\n\n\n🟧 rowan / poet\n\nb',
    ],
  ])('%j', (block, text) => {
    expect(plain(block)).toBe(text);
  });

  test('a table stands in columns, or has tabs for a spreadsheet', () => {
    expect(plain(table)).toBe('shares\nsubject   share\n🟦 larch   42 %\n🟧 rowan      –');
    expect(plain(table, 'tabs')).toBe('shares\nsubject\tshare\nlarch\t42 %\nrowan\t');
  });

  test('a picture is its title, its drawing, its words and its figures', () => {
    const text = plain({ kind: 'picture', picture: estimates });
    expect(text).toMatch(/^counts itself in\n[\s\S]*├─*●─*┤[\s\S]*95 % interval 29 to 56/);
    expect(text).toContain('larch / assistant: 42 % [29, 56]');
  });
});

test('bounded text keeps to its bytes, and says that there was more', () => {
  const text = '人'.repeat(1000);
  const bounded = boundedPlainText(
    [
      { kind: 'text', text },
      { kind: 'note', text },
    ],
    4000,
    options,
  );
  expect(bounded).toMatch(/^人{1000}\n\n人+\n\(more than a file may hold was left out here\)\n$/);
  expect(Buffer.byteLength(bounded)).toBeLessThanOrEqual(4000);
  fc.assert(
    fc.property(viewArbitrary, fc.integer({ min: 100, max: 20_000 }), ({ blocks }, most) => {
      const kept = boundedPlainText(blocks, most, options);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(most);
      const whole = blocks.map((block) => `${plain(block)}\n\n`).join('');
      if (Buffer.byteLength(whole) <= most - 100) expect(kept).toBe(whole);
    }),
    { seed: 51, numRuns: 40 },
  );
});

describe('progress', () => {
  const block = { kind: 'progress', done: 71, total: 144, failed: 0 } as const;

  test('is a bar and its figures', () => {
    expect(progressLine(block)).toBe('▰▰▰▰▰▰▱▱▱▱▱▱▱▱  71 of 144');
    expect(progressLine({ ...block, done: 143 })).toContain('▰▱ ');
    expect(progressLine({ ...block, done: 144 })).toBe(`${'▰'.repeat(14)}  144 of 144`);
    expect(progressLine({ ...block, done: 0, total: 0 })).toBe(`${'▱'.repeat(14)}  0 of 0`);
  });

  test.each([
    [0, 'about 1 s left'],
    [3.2, 'about 4 s left'],
    [72, 'about 1 min 12 s left'],
  ])('with %d seconds to go says “%s”', (secondsLeft, text) => {
    expect(progressText({ ...block, secondsLeft })).toBe(`71 of 144 · ${text}`);
  });

  test('counts thousands, failures and money', () => {
    expect(
      progressText({ ...block, total: 1440, failed: 2, cost: { soFar: 0.012, expected: 0.24 } }),
    ).toBe('71 of 1,440 · 2 failed · $0.012 of about $0.24');
  });
});
