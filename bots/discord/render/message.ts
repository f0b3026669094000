import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { View } from '../../../core/views/view.ts';
import { buttonRows } from './actions.ts';
import type { Drawings, Prepared } from './drawing.ts';
import type { FallbackLevel } from './fallback-levels.ts';
import type { Upload } from './files.ts';
import { type Item, layOut } from './layout.ts';
import { ACCENTS } from './palette.ts';

/** A body that creates or edits a message, and the files that go with it, in the order of its attachments. */
export interface Payload {
  readonly body: Pick<
    RESTPostAPIChannelMessageJSONBody,
    'content' | 'flags' | 'components' | 'allowed_mentions' | 'attachments'
  >;
  readonly files: readonly Upload[];
}

/** Any view as a payload that Discord accepts. What had to be cut shows it, and is whole in a file. */
export function render(prepared: Prepared, level: FallbackLevel): Payload {
  const { items, files } = layOut(prepared, level);
  const rows = buttonRows(prepared.view.actions);
  return {
    body: {
      ...bodyOf(level, items, rows, prepared.view.state),
      // Nobody is pinged, whatever stands in the text.
      allowed_mentions: { parse: [] },
      // Present even when empty: on an edit, files of the state before do not stay behind.
      attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })),
    },
    files,
  };
}

/** A view alone, with the images that there are: for documents and tests. */
export function renderView(
  view: View,
  level: FallbackLevel,
  drawings: Drawings = new Map(),
): Payload {
  return render({ view, drawings, files: [], left: [] }, level);
}

function bodyOf(
  level: FallbackLevel,
  items: readonly Item[],
  rows: ReturnType<typeof buttonRows>,
  state: View['state'],
): Pick<Payload['body'], 'content' | 'flags' | 'components'> {
  if (level === 'plain') {
    const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    return { content: texts.join('\n'), flags: MessageFlags.SuppressEmbeds, components: [...rows] };
  }
  const inside = [...items.map(component), ...rows];
  const accent = ACCENTS[state];
  const components: APIMessageTopLevelComponent[] =
    level === 'bare'
      ? inside
      : [
          {
            type: ComponentType.Container,
            ...(accent !== undefined && { accent_color: accent }),
            components: inside,
          },
        ];
  return { flags: MessageFlags.IsComponentsV2, components };
}

function component(item: Item): APIComponentInContainer & APIMessageTopLevelComponent {
  switch (item.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: item.text };
    case 'image':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${item.name}` }, description: item.alt }],
      };
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${item.name}` } };
  }
}
