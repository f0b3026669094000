import { EMPTY_TEXT } from '../../../core/text/sanitise.ts';
import { boundedPlainText } from '../../../core/views/plain-text.ts';
import type { Block } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { asCommand } from '../receive/names.ts';
import { galleryAlt } from './alt-text.ts';
import { blockParts } from './block.ts';
import type { Prepared } from './drawing.ts';
import { literal } from './escape.ts';
import type { FallbackLevel } from './fallback-levels.ts';
import { EXTRAS, type Upload } from './files.ts';
import { CHART_WIDTH } from './picture.ts';
import { type Part, shareBudget, stackParts, textPart } from './text-budget.ts';

/** One component of a message, apart from its buttons. */
export type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly name: string; readonly alt: string }
  | { readonly kind: 'file'; readonly name: string };

export interface Layout {
  readonly items: readonly Item[];
  /** All that the items refer to, in the order of the upload. */
  readonly files: readonly Upload[];
}

type Draft =
  | { readonly kind: 'text'; readonly part: Part }
  | {
      readonly kind: 'image';
      readonly upload: Upload;
      readonly alt: string;
      readonly lossy: boolean;
    };

/** The file that holds what a message had to cut. */
export const WHOLE = 'whole.txt';

const muted = (text: string) => `-# ${literal(text)}`;
const CUT_NOTE = textPart(`Shortened to fit; the whole is in ${WHOLE}.`, muted);

/** Blocks, then files, within the text budget and the number of components that the level has. */
export function layOut(prepared: Prepared, level: FallbackLevel): Layout {
  const simple = level === 'plain' || level === 'bare';
  const budget = simple ? LIMITS.content.max : LIMITS.text.max;
  const drafts = crowd(draftsOf(prepared, level), simple ? 1 : mostTexts(prepared));
  const parts = drafts.flatMap((draft) => (draft.kind === 'text' ? [draft.part] : []));
  const images = drafts.flatMap((draft) => (draft.kind === 'image' ? [draft] : []));

  const size = parts.reduce((sum, part) => sum + part.size + 1, 0);
  const cut = size > budget || [...parts, ...images].some(({ lossy }) => lossy);
  // While a run goes on its message changes every second or so: the file comes with the last edit.
  const attach = cut && prepared.view.state !== 'running';
  const left = budget - parts.length - (attach ? CUT_NOTE.size + 1 : 0);
  const texts = shareBudget(parts, left).map(({ part, budget }) => part.fit(budget));

  const files = [...prepared.files, ...(attach ? [wholeFile(prepared)] : [])];
  return {
    items: [
      ...drafts.map(itemFrom(texts)),
      ...(attach ? [{ kind: 'text' as const, text: CUT_NOTE.fit(CUT_NOTE.size) }] : []),
      ...files.map(({ name }) => ({ kind: 'file' as const, name })),
    ],
    files: [...images.map(({ upload }) => upload), ...files],
  };
}

function draftsOf({ view, drawings, left }: Prepared, level: FallbackLevel): readonly Draft[] {
  const drafts = view.blocks.flatMap((block, index): readonly Draft[] => {
    const image = level === 'rich' ? drawings.get(block) : undefined;
    if (image) return [imageOf(block, image, index)];
    return blockParts(block, view.state === 'running').map((part) => ({ kind: 'text', part }));
  });
  const body =
    drafts.length > 0 ? drafts : [{ kind: 'text' as const, part: textPart(EMPTY_TEXT, muted) }];
  return [...body, ...left.map((line) => ({ kind: 'text' as const, part: textPart(line, muted) }))];
}

function imageOf(block: Block, data: Uint8Array, index: number): Draft {
  const upload = { name: `picture-${index + 1}.png`, mime: 'image/png', data };
  return { kind: 'image', upload, ...galleryAlt(block) };
}

/** Takes the place of each text in turn. */
function itemFrom(texts: readonly string[]): (draft: Draft) => Item {
  const rest = texts.values();
  return (draft) =>
    draft.kind === 'image'
      ? { kind: 'image', name: draft.upload.name, alt: draft.alt }
      : { kind: 'text', text: rest.next().value ?? EMPTY_TEXT };
}

/** Drafts with at most so many texts: of more, neighbours share one. */
function crowd(drafts: readonly Draft[], most: number): readonly Draft[] {
  if (drafts.filter(({ kind }) => kind === 'text').length <= most) return drafts;
  const merged: Draft[] = [];
  let run: Part[] = [];
  const close = () => {
    if (run.length > 0) merged.push({ kind: 'text', part: stackParts(run) });
    run = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'text') {
      run.push(draft.part);
      continue;
    }
    close();
    merged.push(draft);
  }
  close();
  return merged;
}

/** Components left for text: without the container, the note of a cut and its file, images, files and buttons. */
function mostTexts({ view, drawings, files }: Prepared): number {
  const buttons = Math.min(view.actions.length, LIMITS.buttonsInRow.max) + 1;
  // An image counts twice: a gallery and its item.
  return LIMITS.components.max - 3 - 2 * drawings.size - files.length - buttons;
}

function wholeFile({ view }: Prepared): Upload {
  const text = boundedPlainText(view.blocks, EXTRAS.wholeBytes, {
    tables: 'tabs',
    chartWidth: CHART_WIDTH,
    typed: asCommand,
  });
  return { name: WHOLE, mime: 'text/plain; charset=utf-8', data: Buffer.from(text) };
}
