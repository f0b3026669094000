import type { Action, Block, ListItem, View } from '../../../core/views/view.ts';
import { columnsLines } from './columns.ts';
import { type Frame, type FrameOptions, frame } from './frame.ts';
import { hang, pad, widthOf, wrap } from './lines.ts';
import { progressLines } from './progress.ts';
import { safe, safeLine } from './safe.ts';
import { shellLine } from './shell.ts';
import { tableLines } from './table.ts';

/**
 * Any view as text: no line is wider than the frame, and nothing that a view holds reaches the
 * terminal as a control sequence. Ends without a line break.
 */
export function renderView(view: View, options: FrameOptions): string {
  const to = frame(options);
  const parts = [
    ...view.blocks.map((block) => ({ kind: block.kind, lines: blockLines(block, to) })),
    { kind: 'actions' as const, lines: actionLines(view.actions, to) },
  ].filter(({ lines }) => lines.some((line) => line !== ''));
  return parts
    .flatMap(({ kind, lines }, index) => [
      ...(apart(parts[index - 1]?.kind, kind) ? [''] : []),
      ...lines,
    ])
    .join('\n');
}

/** Does an empty line stand between two blocks? What belongs together stands together. */
function apart(before: string | undefined, after: string): boolean {
  if (before === undefined) return false;
  return !['text text', 'note quote', 'note note', 'heading quote'].includes(`${before} ${after}`);
}

function blockLines(block: Block, to: Frame): readonly string[] {
  const { width, style } = to;
  switch (block.kind) {
    case 'heading':
      return wrap(safeLine(block.text), width).map(style.strong);
    case 'text':
      return wrap(safe(block.text).trim(), width);
    case 'quote':
      return wrap(safe(block.text).trim(), width - 2).map((line) =>
        `${style.muted('▏')} ${line}`.trimEnd(),
      );
    case 'code':
      return wrap(safe(block.text), width - 2).map((line) => `  ${line}`);
    case 'note':
      return wrap(safe(block.text).trim(), width).map(style.muted);
    case 'progress':
      return progressLines(block, to);
    case 'columns':
      return columnsLines(block, to);
    case 'table':
      return tableLines(block, to);
    case 'picture':
      return to.drawText(block.picture, { width, colour: to.colour }).split('\n');
    case 'list':
      return block.items.flatMap((item) => itemLines(item, to));
  }
}

function itemLines({ label, text, line }: ListItem, to: Frame): readonly string[] {
  const { strong } = to.style;
  const said = wrap(
    [safeLine(label), safe(text).trim()].filter((part) => part !== '').join('  '),
    to.width - 2,
  );
  const name = safeLine(label);
  return [
    ...hang(said, '', '  ').map((each, index) =>
      index === 0 && each.startsWith(name) ? strong(name) + each.slice(name.length) : each,
    ),
    ...(line === undefined ? [] : commandLines(line, to).map((each) => `  ${each}`)),
  ];
}

/** Buttons are command lines to type, beside what they do where all of them fit. */
function actionLines(actions: readonly Action[], to: Frame): readonly string[] {
  const all = actions.map(({ label, line }) => ({
    label: safeLine(label),
    lines: commandLines(line, to),
  }));
  const column = Math.max(0, ...all.map(({ label }) => widthOf(label))) + 2;
  const beside = all.every(({ lines }) => column + Math.max(...lines.map(widthOf)) <= to.width);
  return all.flatMap(({ label, lines }) =>
    beside
      ? hang(lines, to.style.muted(pad(label, column)), ' '.repeat(column))
      : [...wrap(label, to.width).map(to.style.muted), ...hang(lines, '  ', '  ')],
  );
}

function commandLines(line: string, { command, width, style }: Frame): string[] {
  return wrap(safeLine(shellLine(command, line)), width - 2).map(style.command);
}
