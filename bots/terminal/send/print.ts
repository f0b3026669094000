import { fileName } from '../../../core/text/file-name.ts';
import { sanitiseTerminal } from '../../../core/text/sanitise-terminal.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { Attachment, Message, View } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { type Console, lookOf, type Output, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { renderView } from '../render/message.ts';

export async function printView(
  view: View,
  flags: Flags,
  terminal: Console,
  to: Output = terminal.stdout,
): Promise<void> {
  const shown = flags.quiet ? { ...view, actions: [] } : view;
  const cellLines = to.isTTY ? LIMITS.cellLines.max : undefined;
  const drawText = hasPicture(view) ? await terminal.loadDrawText() : drawNothing;
  printLine(to, renderView(shown, { ...lookOf(to, terminal), drawText, cellLines }));
}

function hasPicture({ blocks }: View): boolean {
  return blocks.some(({ kind }) => kind === 'picture');
}

function drawNothing(): never {
  throw new Error('a view without a picture was drawn with one');
}

/** A message with its files. */
export async function printMessage(
  { view, files = [] }: Message,
  flags: Flags,
  terminal: Console,
): Promise<void> {
  const whole = files.filter(({ mime }) => mime === 'text/plain');
  const data = files.filter(({ mime }) => mime !== 'text/plain');
  if (whole.length > 0) for (const file of whole) printText(file, terminal);
  else {
    const to = data.length > 0 ? besideFiles(terminal) : terminal.stdout;
    await printView(view, flags, terminal, to);
  }
  for (const file of data) await giveFile(file, terminal);
}

/** A text that stands for what is too long for other platforms; here nothing is. */
function printText({ content }: Attachment, terminal: Console): void {
  const { stdout } = terminal;
  const text = sanitiseTerminal(
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  );
  printLine(stdout, stdout.isTTY ? wrap(text, lookOf(stdout, terminal).width).join('\n') : text);
}

/** In a pipe the file is what is wanted, exactly; on a terminal it is saved. */
async function giveFile({ name, content }: Attachment, terminal: Console): Promise<void> {
  if (!terminal.stdout.isTTY) {
    terminal.stdout.write(content);
    return;
  }
  const file = fileName(name);
  await terminal.save(file, content);
  printLine(terminal.stdout, `Saved as ${file}`);
}

function besideFiles({ stdout, stderr }: Console): Output {
  return stdout.isTTY ? stdout : stderr;
}
