import { sanitiseJson } from '../../../core/text/sanitise-terminal.ts';
import { type Console, printLine } from '../receive/console.ts';

/** One document. Harmless on a terminal, too, and the same value when it is parsed. */
export function printJson(value: unknown, { stdout }: Console): void {
  printLine(stdout, sanitiseJson(JSON.stringify(value ?? null, null, 2)));
}
