import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../bots/browser/render/html.ts';
import { message, privateMessage } from '../../bots/browser/render/message.ts';
import { railItem } from '../../bots/browser/render/rail.ts';
import type { Posted } from '../../bots/browser/send/posted.ts';
import { sanitiseBlock } from '../../core/text/sanitise.ts';
import type { Block, Cell, View } from '../../core/views/view.ts';
import { nastyText, viewArbitrary } from '../fixtures/arbitrary-view.ts';
import { askRunning, probeDone } from '../fixtures/views.ts';
import { takeApart } from './markup.ts';

const TAGS = new Set(
  'a article b bdi blockquote button caption code details div h3 h4 header i img li ol p picture pre progress section source span summary table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt aria-controls aria-expanded aria-hidden aria-label class data-copies data-dismisses data-expands data-line data-puts data-state datetime dir download href id max media role scope src srcset tabindex title type value'.split(
    ' ',
  ),
);
const DRAWS = { draws: true };

const posted = (view: View, rest: Partial<Posted> = {}): Posted => ({
  id: 'm1',
  at: '2026-05-14T09:30:00Z',
  message: { view },
  revision: 1,
  ...rest,
});
const rendered = (view: View): string =>
  message(posted(view), { address: '/runs/m1', replies: 2 }, DRAWS).toString();

/** All that a reader must find of a view, word for word. */
function wordsOf({ blocks, actions }: View): readonly string[] {
  return [
    ...blocks.flatMap(wordsOfBlock),
    ...actions.map(({ label, line }) => (label.trim() === '' ? line : label)),
  ];
}

function wordsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'quote':
    case 'code':
    case 'note':
      return [block.text];
    case 'progress':
    case 'picture':
      return [];
    case 'columns':
      return block.columns.flatMap(({ model, persona, cells }) => [
        model,
        persona,
        ...cells.filter(isSaid).map(({ text }) => text),
      ]);
    case 'table':
      return [
        block.caption,
        ...block.header.map(({ text }) => text),
        ...(block.header.length > 0 ? block.rows.flatMap(({ cells }) => cells) : []),
      ];
    case 'list':
      return block.items.flatMap(({ label, text }) => [label, text]);
  }
}

/** Of an answer that is still being written the end is enough. */
const isSaid = ({ state, text }: Cell): boolean =>
  state !== 'waiting' && !(state === 'writing' && text.length > 1500) && text.trim() !== '';

describe('a message as markup', () => {
  it('is made of harmless elements and of every word of any view, as text', () => {
    fc.assert(
      fc.property(viewArbitrary, (view) => {
        const { tags, texts } = takeApart(rendered(view));
        for (const { name, attributes } of tags) {
          expect(TAGS).toContain(name);
          for (const [attribute, value] of attributes) {
            expect(ATTRIBUTES).toContain(attribute);
            if (attribute === 'href' || attribute === 'src') expect(value).toMatch(/^\/[a-z]/);
          }
        }
        const found = new Set(texts);
        for (const words of wordsOf(view)) {
          // A text of characters that act alone has nothing left to be found.
          const shown = sanitiseBlock(words);
          if (shown !== '' && !found.has(shown)) {
            expect.fail(`not found: ${JSON.stringify(words.slice(0, 100))}`);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has no id twice, whatever the view', () => {
    fc.assert(
      fc.property(viewArbitrary, (view) => {
        const ids = takeApart(rendered(view)).tags.flatMap(
          ({ attributes }) => attributes.get('id') ?? [],
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the ids of its other blocks when progress makes way for the finding', () => {
    const ids = (view: View): readonly string[] =>
      takeApart(rendered(view)).tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    const done = {
      ...askRunning,
      blocks: askRunning.blocks.filter(({ kind }) => kind !== 'progress'),
    };
    const before = ids(askRunning).filter((id) => !id.includes('progress'));
    expect(ids(done)).toEqual(before);
  });

  it('escapes a message for one person and an entry of the list as well', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const view: View = { state: 'failed', blocks: [{ kind: 'text', text }], actions: [] };
        const file = { name: text, mime: text, content: text };
        const told = privateMessage(posted(view, { message: { view, files: [file] } }), DRAWS);
        takeApart(told.toString());
        const entry = railItem({
          run: 'r1',
          address: '/runs/r1',
          title: text,
          state: 'done',
          at: '',
        });
        takeApart(entry.toString());
      }),
    );
  });
});

describe('columns', () => {
  it('say in words what is no answer', () => {
    const { texts } = takeApart(rendered(askRunning));
    expect(texts).toContain('failed');
    expect(texts).toContain('the provider refused the key (401)');
    expect(texts).toContain('refused');
    expect(texts).toContain('waiting for an answer');
    expect(texts).toContain(' (still being written)');
  });

  it('show the end of an answer that is still being written', () => {
    const cells = [{ state: 'writing' as const, text: `begun ${'𝔸'.repeat(5000)} the end` }];
    const columns = [{ model: 'larch', persona: 'assistant', colour: 0, cells }];
    const view: View = { state: 'running', blocks: [{ kind: 'columns', columns }], actions: [] };
    const said = takeApart(rendered(view)).texts.find((text) => text.endsWith(' the end'));
    expect(said).toMatch(/^…𝔸+ the end$/u);
  });

  it.each([
    [4, 'lane'],
    [5, 'row'],
  ])('stand side by side up to four subjects: %i have a %s each', (count, shape) => {
    const columns = Array.from({ length: count }, (_, colour) => ({
      model: `model-${colour}`,
      persona: 'assistant',
      colour,
      cells: [{ state: 'answered' as const, text: 'yes' }],
    }));
    const view: View = { state: 'done', blocks: [{ kind: 'columns', columns }], actions: [] };
    const classes = takeApart(rendered(view)).tags.map(
      ({ attributes }) => attributes.get('class') ?? '',
    );
    expect(classes.filter((name) => name.split(' ').includes(shape))).toHaveLength(count);
  });
});

describe('a table', () => {
  it('is one for those who listen, too: caption, heads with a scope, figures on the right', () => {
    const { tags, texts } = takeApart(rendered(probeDone));
    expect(texts).toContain('counts itself in');
    const scopes = tags.flatMap(({ attributes }) => attributes.get('scope') ?? []);
    expect(scopes).toEqual(['col', 'col', 'col', 'col', 'col', 'row', 'row', 'row']);
    const figure = tags.find(({ name }) => name === 'td');
    expect(figure?.attributes.get('class')).toBe('right');
  });
});

describe('a picture', () => {
  const view: View = {
    ...probeDone,
    blocks: probeDone.blocks.filter(({ kind }) => kind === 'picture'),
  };

  it('comes for both themes and two widths, with its numbers in words', () => {
    const { tags } = takeApart(rendered(view));
    const image = tags.find(({ name }) => name === 'img');
    expect(image?.attributes.get('alt')).toContain(
      'larch / assistant 42 %, 95 % interval 29 to 56',
    );
    expect(tags.filter(({ name }) => name === 'source')).toHaveLength(3);
  });

  it('is left to its words where nobody can draw', () => {
    const markup = message(posted(view), { address: '/', replies: 0 }, { draws: false }).toString();
    expect(markup).not.toContain('<img');
    expect(markup).toContain('95 % interval 29 to 56');
  });
});

describe('a text on the page', () => {
  it('draws control characters, and mends line ends and lone surrogates', () => {
    expect(sanitiseBlock('a\r\nb\rc\u0000\u001B[31m\u007F\u009B\uD83D\t!')).toBe(
      'a\nb\nc\u2400\u241B[31m\u2421\uFFFD\uFFFD\t!',
    );
  });

  it('leaves every character that can be seen as it is', () => {
    const seen = 'e\u0301 人格 العربية 👩‍👩‍👧 a\nb\tc';
    expect(sanitiseBlock(seen)).toBe(seen);
  });
});

describe('html', () => {
  it('escapes text in and between tags, and nothing that is markup already', () => {
    const inner = html`<b title="${'"><script>'}">${'<i>'}</b>`;
    expect(html`<p>${[inner, '&']}</p>`.toString()).toBe(
      '<p><b title="&quot;&gt;&lt;script&gt;">&lt;i&gt;</b>&amp;</p>',
    );
  });
});
