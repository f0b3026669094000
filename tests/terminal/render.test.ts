import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderView } from '../../bots/terminal/render/message.ts';
import { drawText } from '../../core/charts/draw-text.ts';
import type { Cell, View } from '../../core/views/view.ts';
import { viewArbitrary } from '../fixtures/arbitrary-view.ts';
import * as fixtures from '../fixtures/views.ts';

const render = (view: View, width = 80, more: { colour?: boolean; cellLines?: number } = {}) =>
  renderView(view, { width, colour: false, drawText, ...more });
const show = (...blocks: View['blocks']) => render({ state: 'info', blocks, actions: [] });
const answer = (cell: Cell, more = {}) =>
  render(
    {
      state: 'done',
      blocks: [
        { kind: 'columns', columns: [{ model: 'm', persona: 'p', colour: 0, cells: [cell] }] },
      ],
      actions: [],
    },
    80,
    more,
  );

describe('any view', () => {
  /** Nothing but line breaks below the space, no C1 controls, nothing that turns the writing round. */
  const ACTED_ON = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

  const checks = (view: View, width: number): void => {
    const text = render(view, width);
    expect(text).not.toMatch(ACTED_ON);
    for (const line of text.split('\n')) {
      if (stringWidth(line) > width) throw new Error(`${stringWidth(line)} > ${width}: ${line}`);
    }
  };
  const anyWidth = fc.integer({ min: 20, max: 200 });
  /** Texts of 100 kB take most of the time and are tried less often. */
  const handy = viewArbitrary.map(
    (view): View =>
      JSON.parse(JSON.stringify(view), (_, value) =>
        typeof value === 'string' ? value.slice(0, 500) : value,
      ),
  );

  test('fits the width, and holds nothing that a terminal would act on', () => {
    fc.assert(fc.property(handy, anyWidth, checks), { numRuns: 60, seed: 1 });
  });

  test('of any size, too', () => {
    fc.assert(fc.property(viewArbitrary, anyWidth, checks), {
      numRuns: 10,
      seed: 3,
      endOnFailure: true,
    });
  });

  test('is the same with colour, but for the colour', () => {
    fc.assert(
      fc.property(handy, anyWidth, (view, width) => {
        const coloured = render(view, width, { colour: true });
        expect(stripVTControlCharacters(coloured)).toBe(render(view, width));
        expect(coloured.replace(/\x1b\[[\d;]+m/g, '')).not.toMatch(ACTED_ON);
      }),
      { numRuns: 50, seed: 2 },
    );
  });
});

describe.each([60, 100, 140])('at %i columns', (width) => {
  const views = Object.entries(fixtures).filter(
    (entry): entry is [string, View] => 'blocks' in entry[1],
  );
  test.each(views)('%s', (_, view) => {
    expect(`\n${render(view, width)}\n`).toMatchSnapshot();
  });
});

test('every outcome that is no answer is said in words', () => {
  const said = (
    ['waiting', 'writing', 'answered', 'refused', 'truncated', 'unparseable', 'failed'] as const
  ).map((state) => answer({ state, text: 'so' }).split('\n').at(-1)?.trim());
  expect(said).toEqual([
    '(waiting)',
    'so▌',
    'so',
    '(refused) so',
    'so (cut at the token limit)',
    '(unparseable) so',
    '(failed) so',
  ]);
  expect(answer({ state: 'answered', text: ' \n ' })).toContain('(an empty answer)');
});

test('a long answer is whole, or cut where a frame is short: the end of what is being written', () => {
  const text = Array.from({ length: 50 }, (_, line) => `line ${line}`).join('\n');
  expect(answer({ state: 'answered', text })).toContain('line 49');
  const head = answer({ state: 'answered', text }, { cellLines: 4 });
  expect(
    head
      .split('\n')
      .slice(1)
      .map((line) => line.trim()),
  ).toEqual(['line 0', 'line 1', 'line 2', '…']);
  const tail = answer({ state: 'writing', text }, { cellLines: 4 });
  expect(
    tail
      .split('\n')
      .slice(1)
      .map((line) => line.trim()),
  ).toEqual(['…', 'line 47', 'line 48', 'line 49▌']);
});

test('what is hostile stands there to be seen', () => {
  expect(show({ kind: 'text', text: 'a\x1b[31mb\x07c\u202ed\u200be\u{e0041}f\rg' })).toBe(
    'a\\x1b[31mb\\x07c\\u202ed\\u200be\\u{e0041}f\\x0dg',
  );
});

test('scripts, emoji and line breaks are left as they are', () => {
  const text = '人格选择模型\n👩‍👩‍👧 हिन्दी ❤️\n  indented';
  expect(show({ kind: 'text', text })).toBe(text);
});

test('columns of wide characters keep their edges straight', () => {
  const column = (text: string) => ({
    model: '模型',
    persona: 'p',
    colour: 1,
    cells: [{ state: 'answered' as const, text }],
  });
  const text = render({
    state: 'done',
    blocks: [{ kind: 'columns', columns: [column('人'.repeat(40)), column('👩‍👩‍👧‍👦 e\u0301')] }],
    actions: [],
  });
  expect(new Set(text.split('\n').map((line) => stringWidth(line))).size).toBe(1);
});

test('five subjects, or two that are too narrow, stand one below the other', () => {
  const columns = (count: number): View => ({
    state: 'done',
    blocks: [
      {
        kind: 'columns',
        columns: Array.from({ length: count }, (_, colour) => ({
          model: `m${colour}`,
          persona: 'p',
          colour,
          cells: [{ state: 'answered', text: 'yes' }],
        })),
      },
    ],
    actions: [],
  });
  expect(render(columns(4), 125)).toContain('│');
  expect(render(columns(5), 200)).not.toContain('│');
  expect(render(columns(2), 63)).toContain('│');
  expect(render(columns(2), 62)).not.toContain('│');
});

test('a table without room becomes a list of records', () => {
  const text = render(
    {
      state: 'done',
      blocks: [
        {
          kind: 'table',
          caption: '',
          header: ['subject', ...'abcdefg'].map((head) => ({ text: head, align: 'left' })),
          rows: [{ cells: ['larch', ...'1234567'], colour: 0 }],
        },
      ],
      actions: [],
    },
    20,
  );
  expect(text.split('\n').slice(0, 3)).toEqual(['larch', '  a: 1', '  b: 2']);
});

test('buttons are lines that a shell reads as they are meant', () => {
  const lines = [
    'show 7f3a9c --as answers',
    'ask "What are you?"',
    'ask "costs $5 `now`"',
    `ask "don't $HOME"`,
  ];
  const view: View = {
    state: 'done',
    blocks: [],
    actions: lines.map((line) => ({ label: 'Do', line, style: 'plain' })),
  };
  expect(render(view).split('\n')).toEqual([
    'Do  npm run probe -- show 7f3a9c --as answers',
    'Do  npm run probe -- ask "What are you?"',
    "Do  npm run probe -- ask 'costs $5 `now`'",
    `Do  npm run probe -- ask 'don'\\''t $HOME'`,
  ]);
});
