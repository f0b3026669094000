import { type Console, printLine } from '../receive/console.ts';
import { safeJson } from '../render/safe.ts';

/** One document. Harmless on a terminal, too, and the same value when it is parsed. */
export function printJson(value: unknown, { stdout }: Console): void {
  printLine(stdout, safeJson(JSON.stringify(value ?? null, null, 2)));
}
