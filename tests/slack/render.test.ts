import { describe, expect, test } from 'vitest';
import type { SlackBlock } from '../../bots/slack/render/blocks.ts';
import { FALLBACK_LEVELS, type FallbackLevel } from '../../bots/slack/render/fallback-levels.ts';
import { render } from '../../bots/slack/render/message.ts';
import type { DistributionPicture } from '../../core/charts/distribution/picture.ts';
import type { EstimatesPicture } from '../../core/charts/estimates/picture.ts';
import type { LadderPicture } from '../../core/charts/ladder/picture.ts';
import type { LinesPicture } from '../../core/charts/lines/picture.ts';
import type { Picture } from '../../core/charts/picture.ts';
import type { Block, Column, View } from '../../core/views/view.ts';
import type { ShippedPicture } from '../charts/pictures.ts';
import * as views from '../fixtures/views.ts';
import { messageErrors } from './rules.ts';

function view(...blocks: readonly Block[]): View {
  return { state: 'done', blocks, actions: [] };
}

function typesOf(blocks: readonly SlackBlock[]): readonly string[] {
  return blocks.map((block) => block.type);
}

/** All text of blocks, as a reader sees it. */
function textOf(blocks: readonly unknown[]): string {
  return JSON.stringify(blocks);
}

const { askRunning, probeDone, help, problem } = views;

test.each(
  Object.entries({ askRunning, probeDone, help, problem }).flatMap(([name, one]) =>
    FALLBACK_LEVELS.map((level) => [name, level, one] as const),
  ),
)('%s at the level “%s” is legal and whole', (_, level, one) => {
  const { blocks, text, files } = render(one, { level });
  expect(messageErrors(JSON.parse(JSON.stringify(blocks)), text)).toEqual([]);
  expect(files).toEqual([]);
});

describe('each level is simpler than the one above', () => {
  test.each([
    ['native', ['header', 'rich_text', 'rich_text', 'data_table', 'context', 'actions']],
    ['table', ['header', 'rich_text', 'rich_text', 'rich_text', 'table', 'context', 'actions']],
    ['fields', ['header', 'rich_text', 'rich_text', 'rich_text', 'context', 'actions']],
    ['text', ['header', 'rich_text', 'rich_text', 'rich_text', 'context', 'actions']],
    ['file', []],
  ] as const)('%s', (level, types) => {
    expect(typesOf(render(probeDone, { level }).blocks)).toEqual(types);
  });
});

test.each([149, 150, 151, 152, 700, 701])('a heading of %i code points is legal', (length) => {
  const { blocks, text } = render(view({ kind: 'heading', text: '𝔸'.repeat(length) }));
  expect(messageErrors(JSON.parse(JSON.stringify(blocks)), text)).toEqual([]);
  expect(blocks[0]?.type).toBe(length <= 150 ? 'header' : 'rich_text');
});

describe('columns', () => {
  const column = (index: number, cells = 2): Column => ({
    model: `model-${index}`,
    persona: 'assistant',
    colour: index,
    cells: Array.from({ length: cells }, (_, at) => ({
      state: 'answered',
      text: `answer ${index}.${at}`,
    })),
  });
  const tableOf = (...columns: Column[]) => {
    const { blocks } = render(view({ kind: 'columns', columns }));
    const table = blocks.find((block) => block.type === 'table');
    return table?.rows.map((row) =>
      row.map((cell) => (cell.type === 'rich_text' ? '' : cell.text)),
    );
  };

  test('up to four subjects stand side by side, under their colours', () => {
    expect(tableOf(column(0), column(1))).toEqual([
      ['🟦 model-0 / assistant', '🟧 model-1 / assistant'],
      ['answer 0.0', 'answer 1.0'],
      ['answer 0.1', 'answer 1.1'],
    ]);
  });

  test('from five on each is a row', () => {
    const rows = tableOf(...[0, 1, 2, 3, 4].map((index) => column(index)));
    expect(rows).toHaveLength(5);
    expect(rows?.[4]).toEqual(['🟨 model-4 / assistant', 'answer 4.0', 'answer 4.1']);
  });

  test('columns of unequal length are filled up', () => {
    expect(tableOf(column(0, 1), column(1, 2))?.[2]).toEqual(['–', 'answer 1.1']);
  });

  test('each state of a cell says what it is', () => {
    const states = ['waiting', 'writing', 'refused', 'truncated', 'unparseable', 'failed'] as const;
    const cells = states.map((state) => ({ state, text: state === 'waiting' ? '' : 'why' }));
    expect(
      tableOf({ ...column(0), cells })
        ?.flat()
        .slice(1),
    ).toEqual([
      '…',
      'why ▍',
      '(refused) why',
      'why (stopped at the token limit)',
      '(unparseable) why',
      '(failed) why',
    ]);
  });

  test('long answers are cut in the channel, and whole in a file', () => {
    const long = {
      ...column(0),
      cells: [{ state: 'answered' as const, text: 'word '.repeat(400) }],
    };
    const { blocks, files } = render(view({ kind: 'columns', columns: [long] }));
    expect(textOf(blocks)).toContain('word…');
    expect(textOf(blocks)).toContain('… the whole is in the thread');
    expect(String(files[0]?.content)).toContain('word '.repeat(400).trim());
  });

  test('many answers share the room that one message has in a channel', () => {
    const cells = Array.from({ length: 10 }, () => ({
      state: 'answered' as const,
      text: 'word '.repeat(60),
    }));
    const columns = [0, 1, 2, 3].map((index) => ({ ...column(index), cells }));
    const longest = (tableOf(...columns) ?? []).flat().map((text) => text.length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(80);
  });
});

describe('tables', () => {
  const table = (rows: number, columns: number): Block => ({
    kind: 'table',
    caption: 'figures',
    header: Array.from({ length: columns }, (_, at) => ({ text: `h${at}`, align: 'right' })),
    rows: Array.from({ length: rows }, (_, at) => ({
      cells: Array.from({ length: columns }, () => `${at} %`),
    })),
  });
  const typesAt = (block: Block, level: FallbackLevel = 'native') =>
    typesOf(render(view(block), { level }).blocks);

  test('what sorts as a number carries one', () => {
    const [block] = render(probeDone).blocks.filter((one) => one.type === 'data_table');
    expect(block?.rows[1]?.[1]).toEqual({ type: 'raw_number', value: 42, text: '42 %' });
    expect(block?.rows[1]?.[0]).toEqual({ type: 'raw_text', text: '🟦 larch / assistant' });
    expect(block?.rows[3]?.[1]).toEqual({ type: 'raw_text', text: '–' });
  });

  test.each([
    ['54 % [33 to 74]', 54],
    ['−46 points', -46],
    ['+7.5', 7.5],
    ['.010', 0.01],
    ['< .001', 0.001],
    ['$1,200.50', 1200.5],
    ['no answers', undefined],
  ])('“%s” sorts as %s', (text, value) => {
    const header = [{ text: 'figure', align: 'right' as const }];
    const rows = [{ cells: [text] }];
    const [block] = render(view({ kind: 'table', caption: 'c', header, rows })).blocks;
    const cell = block?.type === 'data_table' ? block.rows[1]?.[0] : undefined;
    expect(cell).toEqual(
      value === undefined ? { type: 'raw_text', text } : { type: 'raw_number', value, text },
    );
  });

  test('a shape that one form cannot hold takes the next', () => {
    expect(typesAt(table(100, 2))).toEqual(['data_table']);
    expect(typesAt(table(0, 2))).toEqual(['rich_text', 'table']);
    expect(typesAt(table(101, 2))).toEqual(['rich_text']);
    expect(typesAt(table(5, 21))).toEqual(['rich_text']);
    expect(typesAt(table(0, 0))).toEqual(['rich_text']);
    expect(typesAt(table(99, 2), 'table')).toEqual(['rich_text', 'table']);
    expect(typesAt(table(100, 2), 'table')).toEqual(['rich_text']);
  });

  test('only one native table stands in a message; the second is simpler', () => {
    const { blocks } = render(view(table(3, 2), table(3, 2), table(3, 2)));
    expect(typesOf(blocks)).toEqual(['data_table', 'rich_text', 'rich_text']);
    expect(textOf(blocks)).toContain('"text":" · h1: 2 %"');
  });

  test('one that no form can hold is in the file, row by row where its cells are long', () => {
    const long: Block = {
      kind: 'table',
      caption: 'figures',
      header: [
        { text: 'name', align: 'left' },
        { text: 'says', align: 'left' },
      ],
      rows: Array.from({ length: 200 }, (_, at) => ({ cells: [`n${at}`, 'word '.repeat(30)] })),
    };
    const { blocks, files } = render(view(long));
    expect(textOf(blocks)).toContain('… the whole is in the thread');
    expect(String(files[0]?.content)).toContain(`name: n199\nsays: ${'word '.repeat(30).trim()}`);
  });
});

describe('pictures', () => {
  const bars: EstimatesPicture = {
    kind: 'estimates',
    title: 'counts itself in',
    alt: 'a 40 %, b 60 %',
    axis: { label: 'share', min: 0, max: 1, format: 'percent' },
    rows: [
      { label: 'a', colour: 0, estimate: 0.4 },
      { label: 'b', colour: 1, estimate: 0.6 },
    ],
  };
  const lines: LinesPicture = {
    kind: 'lines',
    title: 'drift',
    alt: 'a from 9 to 5',
    axis: { label: 'in character', min: 0, max: 10, format: 'number' },
    steps: { label: 'turn', values: [1, 2] },
    lines: [
      {
        label: 'a',
        colour: 0,
        dash: 0,
        points: [
          { step: 1, estimate: 9 },
          { step: 2, estimate: 5 },
        ],
      },
    ],
  };
  const typeAt = (picture: Picture) => render(view({ kind: 'picture', picture })).blocks[0]?.type;

  test('without intervals they are charts of Slack’s own', () => {
    const [bar] = render(view({ kind: 'picture', picture: bars })).blocks;
    expect(bar).toEqual({
      type: 'data_visualization',
      title: 'counts itself in',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'estimate',
            data: [
              { label: 'a', value: 40 },
              { label: 'b', value: 60 },
            ],
          },
        ],
        axis_config: { categories: ['a', 'b'], y_label: 'share, %' },
      },
    });
    expect(typeAt(lines)).toBe('data_visualization');
    const images = new Map([[lines, 'F0123456789']]);
    const [block] = render(view({ kind: 'picture', picture: lines }), { images }).blocks;
    expect(block?.type).toBe('data_visualization');
  });

  const speakers: DistributionPicture = {
    kind: 'distribution',
    title: 'who speaks',
    alt: 'a: x 75 %, y 25 %; b: x 50 %, y 50 %',
    categories: [
      { label: 'x', colour: 0 },
      { label: 'y', colour: 1 },
    ],
    rows: [
      { label: 'a', colour: 0, shares: [0.75, 0.25], basis: '8 items' },
      { label: 'b', colour: 1, shares: [0.5, 0.5], basis: '8 items' },
    ],
  };
  const ladder: LadderPicture = {
    kind: 'ladder',
    title: 'shots',
    alt: 'a from 10 % to 90 %, no frame 20 %',
    axis: { label: 'share', min: 0, max: 1, format: 'percent' },
    rungs: { label: 'examples', names: ['none', 'four'] },
    series: [
      {
        label: 'a',
        colour: 0,
        dash: 0,
        points: [
          { rung: 1, estimate: 0.9 },
          { rung: 0, estimate: 0.1 },
        ],
      },
    ],
    reference: { label: 'no frame', estimate: 0.2 },
  };

  test('shares are bars of a series a category', () => {
    const [block] = render(view({ kind: 'picture', picture: speakers })).blocks;
    expect(block).toMatchObject({
      chart: {
        type: 'bar',
        series: [
          {
            name: 'x',
            data: [
              { label: 'a', value: 75 },
              { label: 'b', value: 50 },
            ],
          },
          {
            name: 'y',
            data: [
              { label: 'a', value: 25 },
              { label: 'b', value: 50 },
            ],
          },
        ],
        axis_config: { categories: ['a', 'b'], y_label: 'share, %' },
      },
    });
  });

  test('a ladder is lines over its rungs, and what it is compared with a level one', () => {
    const [block] = render(view({ kind: 'picture', picture: ladder })).blocks;
    expect(block).toMatchObject({
      chart: {
        type: 'line',
        series: [
          {
            name: 'a',
            data: [
              { label: 'none', value: 10 },
              { label: 'four', value: 90 },
            ],
          },
          {
            name: 'no frame',
            data: [
              { label: 'none', value: 20 },
              { label: 'four', value: 20 },
            ],
          },
        ],
        axis_config: { categories: ['none', 'four'], x_label: 'examples', y_label: 'share, %' },
      },
    });
  });

  test('its labels are cut to what a chart takes', () => {
    const long = { ...bars, rows: [{ label: 'm'.repeat(21), colour: 0, estimate: 0.4 }] };
    expect(textOf(render(view({ kind: 'picture', picture: long })).blocks)).toContain(
      `"categories":["${'m'.repeat(19)}…"]`,
    );
  });

  test('a chart that would hide something is not drawn', () => {
    const dishonest: ShippedPicture[] = [
      { ...bars, rows: [{ label: 'a', colour: 0, estimate: 0.4, interval: [0.3, 0.5] }] },
      { ...bars, rows: [...bars.rows, { label: 'c', colour: 2 }] },
      { ...bars, axis: { ...bars.axis, min: 0.3 } },
      { ...bars, rows: [...bars.rows, { label: 'a', colour: 2, estimate: 0.1 }] },
      { ...lines, steps: { label: 'turn', values: [1, 2, 3] } },
      { ...bars, chance: 0.5 },
      { ...speakers, rows: [...speakers.rows, { label: 'c', colour: 2, shares: [], basis: '' }] },
      {
        ...speakers,
        rows: Array.from({ length: 13 }, (_, index) => ({
          label: `m${index}`,
          colour: index,
          shares: [0.5, 0.5],
          basis: '',
        })),
      },
      { ...ladder, rungs: { ...ladder.rungs, names: ['none', 'four', 'sixteen'] } },
      {
        ...ladder,
        series: ladder.series.map((one) => ({
          ...one,
          points: one.points.map((point) => ({ ...point, interval: [0, 1] as const })),
        })),
      },
      { ...ladder, reference: { label: 'a', estimate: 0.2 } },
    ];
    for (const picture of dishonest) expect(typeAt(picture)).toBe('rich_text');
  });

  test('one that was uploaded stands in place, with its numbers as words', () => {
    const rows = bars.rows.map((row) => ({ ...row, interval: [0.3, 0.7] as const }));
    const picture: EstimatesPicture = { ...bars, rows };
    const images = new Map([[picture, 'F0123456789']]);
    const at = (level: 'native' | 'table') =>
      render(view({ kind: 'picture', picture }), { level, images });
    expect(at('native').blocks[0]).toMatchObject({
      type: 'image',
      slack_file: { id: 'F0123456789' },
      alt_text: 'a 40 %, b 60 %',
    });
    expect(at('table').blocks[0]?.type).toBe('rich_text');
    expect(at('native').text).toBe('a 40 %, b 60 %');
  });
});

describe('what is too long', () => {
  const long = view({ kind: 'quote', text: 'word '.repeat(4000) });

  test.each([
    ['channel', 'done', '… the whole is in the thread'],
    ['channel', 'running', '… the whole is shown when it is done'],
    ['thread', 'done', '… the whole is in the attached file'],
    ['private', 'done', '… the whole is in a direct message to you'],
  ] as const)('in a %s, %s: %s', (place, state, note) => {
    const { blocks, files } = render({ ...long, state }, { place });
    expect(textOf(blocks)).toContain(note);
    expect(files.map(({ name }) => name)).toEqual(['in-full.txt']);
    expect(String(files[0]?.content)).toContain('word '.repeat(4000).trim());
  });

  test('the note stands above the buttons, and only where something is missing', () => {
    expect(typesOf(render({ ...problem, blocks: long.blocks }).blocks)).toEqual([
      'rich_text',
      'context',
      'actions',
    ]);
    expect(textOf(render(problem).blocks)).not.toContain('the whole');
  });

  test('blocks beyond the fiftieth are in the file', () => {
    const many = Array.from({ length: 70 }, (_, at): Block => ({ kind: 'text', text: `p${at}.` }));
    const { blocks, files } = render(view(...many), { place: 'thread' });
    expect(blocks).toHaveLength(50);
    expect(String(files[0]?.content)).toMatch(/^p49\.[\s\S]*p69\.\n$/);
  });

  test('a button that cannot carry its line is a line to type', () => {
    const line = `ask "${'why '.repeat(600)}"`;
    const { blocks, files } = render({
      ...view(),
      actions: [
        { label: 'Again', line, style: 'plain' },
        { label: 'Rerun', line: 'rerun 7f3a', style: 'plain' },
      ],
    });
    expect(textOf(blocks)).not.toContain('Again');
    expect(textOf(blocks)).toContain('rerun 7f3a');
    expect(String(files[0]?.content)).toBe(`Again: /probe ${line}\n`);
  });
});

test('a notification says what the message says in words, not its tables', () => {
  const { text } = render(askRunning);
  expect(text).toMatch(/^ada asked 3 subjects[\s\S]*Why do humans crave sugar\?\n▰▰▰▰▱/);
  expect(text).not.toContain('larch');
});

describe('hostile text', () => {
  const nasty = '<!channel> <@U1> @everyone *b* `c` https://evil.example \u202E :tada: \u001B[31m';

  test('is literal wherever it stands: no markup is read in any block', () => {
    const { blocks, text } = render({
      state: 'done',
      blocks: [
        { kind: 'heading', text: nasty },
        { kind: 'note', text: nasty },
        { kind: 'list', items: [{ label: nasty, text: nasty, line: 'models' }] },
        {
          kind: 'columns',
          columns: [
            {
              model: nasty,
              persona: nasty,
              colour: 0,
              cells: [{ state: 'answered', text: nasty }],
            },
          ],
        },
      ],
      actions: [{ label: nasty, line: 'models', style: 'danger' }],
    });
    expect(textOf(blocks)).not.toContain('"type":"mrkdwn"');
    expect(textOf(blocks)).not.toContain('"emoji":true');
    expect(textOf(blocks)).not.toMatch(/\u202E|\u001B/);
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
    expect(text).not.toMatch(/<[!@]/);
  });

  test('an entity of the fallback text is never cut in half', () => {
    const { text } = render(view({ kind: 'text', text: '&'.repeat(3000) }));
    expect(text).toMatch(/^(&amp;)+…$/);
  });
});
