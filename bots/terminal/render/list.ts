import { sanitiseTerminal, sanitiseTerminalLine } from '../../../core/text/sanitise-terminal.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { ListItem } from '../../../core/views/view.ts';
import { commandLines } from './actions.ts';
import type { Frame } from './frame.ts';
import { hang } from './lines.ts';

/** Things to read or to try, each with the command line that does it below. */
export function listLines(items: readonly ListItem[], frame: Frame): readonly string[] {
  return items.flatMap((item) => itemLines(item, frame));
}

function itemLines({ label, text, line }: ListItem, frame: Frame): readonly string[] {
  const { strong } = frame.style;
  const name = sanitiseTerminalLine(label);
  const said = wrap(
    [name, sanitiseTerminal(text).trim()].filter((part) => part !== '').join('  '),
    frame.width - 2,
  );
  return [
    ...hang(said, '', '  ').map((each, index) =>
      index === 0 && each.startsWith(name) ? strong(name) + each.slice(name.length) : each,
    ),
    ...(line === undefined ? [] : commandLines(line, frame).map((each) => `  ${each}`)),
  ];
}
