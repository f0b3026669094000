import { describe, expect, test } from 'vitest';
import { prepare } from '../../bots/discord/render/drawing.ts';
import type { FallbackLevel } from '../../bots/discord/render/fallback-levels.ts';
import { type Payload, render, renderView } from '../../bots/discord/render/message.ts';
import type { Block, View } from '../../core/views/view.ts';
import { fakeDispatcher } from '../bots/fake-dispatcher.ts';
import * as views from '../fixtures/views.ts';
import { COMMANDS } from './commands.ts';
import { faults } from './legal.ts';
import { saying } from './started.ts';

const { log } = fakeDispatcher(COMMANDS).app;
const png = new Uint8Array([137, 80, 78, 71]);

const view = (...blocks: Block[]): View => ({ state: 'done', blocks, actions: [] });

/** All that the message says, in its order. */
function texts({ body }: Payload): readonly string[] {
  const found: string[] = [];
  JSON.stringify(body.components, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') found.push(value);
    return value;
  });
  return body.content === undefined ? found : [body.content, ...found];
}

const shown = (one: View, level: FallbackLevel = 'rich') =>
  texts(renderView(one, level)).join('\n');

test.each(
  Object.entries({ ...views, estimates: undefined }).flatMap(([name, one]) =>
    one && 'blocks' in one ? [[name, one] as const] : [],
  ),
)('the view %s is legal at every level', (_, one) => {
  for (const level of ['rich', 'monospace', 'bare', 'plain'] as const) {
    const { body, files } = renderView(one, level);
    const sizes = files.map(({ name, data }) => ({ name, size: data.length }));
    expect(faults(body, sizes, 'create')).toEqual([]);
  }
});

describe('the colour', () => {
  const accentOf = (state: View['state']) =>
    JSON.stringify(renderView({ ...saying('x'), state }, 'rich').body.components).match(
      /"accent_color":(\d+)/,
    )?.[1];

  test('tells running, done, failed and waiting apart', () => {
    const colours = (['running', 'done', 'failed', 'waiting'] as const).map(accentOf);
    expect(new Set(colours).size).toBe(4);
    expect(colours).not.toContain(undefined);
    expect(accentOf('info')).toBeUndefined();
  });
});

describe('while running', () => {
  test('columns are text, one display a subject, with short answers', async () => {
    const prepared = await prepare(
      { view: views.askRunning },
      { drawColumns: async () => png },
      log,
    );
    const said = texts(render(prepared, 'rich'));
    expect(prepared.drawings.size).toBe(0);
    expect(said[2]).toBe(
      '▰▰▰▰▱▱▱▱▱▱▱▱▱▱  2 of 6 · 1 failed · about 4 s left · $0.001 of about $0.0031',
    );
    expect(said[3]).toMatch(/^🟦 \*\*larch \/ assistant\*\*\n> Our ancestors/);
    expect(said[5]).toContain('> *failed* · the provider refused the key (401)');
  });

  test('a long answer is cut, and no file is uploaded with each edit', () => {
    const cells = [{ state: 'answered' as const, text: 'word '.repeat(500) }];
    const columns = [{ model: 'larch', persona: 'assistant', colour: 0, cells }];
    const running: View = { ...view({ kind: 'columns', columns }), state: 'running' };
    const payload = renderView(running, 'rich');
    expect(texts(payload)[0]?.length).toBeLessThan(350);
    expect(texts(payload)[0]).toContain('…');
    expect(payload.files).toEqual([]);
    expect(renderView({ ...running, state: 'done' }, 'rich').files).toEqual([]);
  });
});

describe('when done', () => {
  const done: View = { ...views.askRunning, state: 'done' };
  const drawers = { drawPicture: async () => png, drawColumns: async () => png };

  test('columns are an image, whose words are its alt text', async () => {
    const payload = render(await prepare({ view: done }, drawers, log), 'rich');
    expect(payload.files.map(({ name }) => name)).toEqual(['picture-4.png']);
    expect(JSON.stringify(payload.body.components)).toContain('"url":"attachment://picture-4.png"');
    expect(JSON.stringify(payload.body.components)).toContain('larch / assistant: Our ancestors');
    expect(texts(payload).join()).not.toContain('Our ancestors');
  });

  test('a picture is an image with its numbers as alt text; one level down it is characters', async () => {
    const prepared = await prepare({ view: views.probeDone }, drawers, log);
    expect(JSON.stringify(render(prepared, 'rich').body.components)).toContain(
      '95 % interval 29 to 56',
    );
    const simpler = render(prepared, 'monospace');
    expect(simpler.files).toEqual([]);
    expect(texts(simpler).join()).toContain('42 % [29, 56]');
  });

  test('what cannot be drawn is text, and logged', async () => {
    const dispatcher = fakeDispatcher(COMMANDS);
    const broken = { drawPicture: () => Promise.reject(new Error('no fonts')) };
    const prepared = await prepare({ view: views.probeDone }, broken, dispatcher.app.log);
    expect(texts(render(prepared, 'rich')).join()).toContain('42 % [29, 56]');
    expect(dispatcher.logged.join()).toContain('no fonts');
  });

  test('alt text that does not hold all answers comes with a file that does', async () => {
    const text = `${'sweet '.repeat(400)}end`;
    const columns = [
      {
        model: 'larch',
        persona: 'pirate',
        colour: 0,
        cells: [{ state: 'answered' as const, text }],
      },
    ];
    const payload = render(
      await prepare({ view: view({ kind: 'columns', columns }) }, drawers, log),
      'rich',
    );
    expect(payload.files.map(({ name }) => name)).toEqual(['picture-1.png', 'whole.txt']);
    expect(Buffer.from(payload.files[1]?.data ?? []).toString()).toContain(text);
  });
});

describe('a table', () => {
  const table = (rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    caption: 'shares',
    header: [
      { text: 'subject', align: 'left' },
      { text: 'counts itself in', align: 'right' },
    ],
    rows: rows.map((cells, colour) => ({ cells, colour })),
  });

  test('that is narrow stands in columns, with its heads wrapped', () => {
    expect(
      shown(
        view(
          table([
            ['larch', '42 %'],
            ['人格', '5 %'],
          ]),
        ),
      ),
    ).toBe(
      '**shares**\n```\nsubject  counts\n         itself\n             in\n───────  ──────\nlarch      42 %\n人格        5 %\n```',
    );
  });

  test('that is wide has a line for each row', () => {
    expect(shown(view(table([['x'.repeat(50), 'a text of some length']])))).toBe(
      `**shares**\n- 🟦 **${'x'.repeat(50)}** · counts itself in: a text of some length`,
    );
  });

  test('without rows says so', () => {
    expect(shown(view(table([])))).toContain('no rows');
  });

  test('of more rows than fit shows how many are left, and has them all in a file', () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`row ${at}`, `${at} %`]);
    const payload = renderView(view(table(rows)), 'rich');
    expect(texts(payload).join()).toMatch(/… \d+ more lines\n```/);
    expect(Buffer.from(payload.files[0]?.data ?? []).toString()).toContain('row 399\t399 %');
  });
});

describe('hostile text', () => {
  const hostile = '@everyone <@1> [x](https://evil.example) ||s|| ```\nend';

  test.each(['heading', 'text', 'quote', 'note'] as const)(
    'in a %s is shown and does nothing',
    (kind) => {
      const said = shown(view({ kind, text: hostile }));
      expect(said).not.toContain('@everyone');
      expect(said.replace(/\\./gs, '')).not.toMatch(/<@1>|\[x\]|https:\/\/|\|\||```/);
    },
  );

  test('in code cannot end the code', () => {
    const said = shown(view({ kind: 'code', text: hostile }));
    expect(said.match(/```/g)).toHaveLength(2);
  });

  test('that is nothing at all is shown as nothing', () => {
    expect(shown(view({ kind: 'text', text: '\u200B\n' }))).toBe('(empty)');
    expect(shown(view())).toContain('(empty)');
  });
});

test('what is long gives way to what is short', () => {
  const said = texts(
    renderView(
      view(
        { kind: 'text', text: 'The finding.' },
        { kind: 'quote', text: 'long '.repeat(5000) },
        { kind: 'note', text: 'seed 7f3a' },
      ),
      'rich',
    ),
  );
  expect(said[0]).toBe('The finding.');
  expect(said[1]).toMatch(/…$/);
  expect(said[1]?.length).toBeGreaterThan(3500);
  expect(said[2]).toBe('-# seed 7f3a');
});

test('more blocks than Discord has components for share them, in their order', () => {
  const blocks = Array.from(
    { length: 60 },
    (_, at): Block => ({ kind: 'text', text: `block ${at}` }),
  );
  const payload = renderView(view(...blocks), 'rich');
  expect(faults(payload.body, [], 'create')).toEqual([]);
  expect(texts(payload).join('\n').split('\n')).toEqual(blocks.map((_, at) => `block ${at}`));
});
