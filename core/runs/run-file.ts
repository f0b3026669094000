import type { Snapshot } from '../domain/run.ts';
import { readFile } from '../files/read-file.ts';

/** A run at the limit of trials, with logprobs, is a few tens of megabytes. */
const LARGEST = 128 * 1024 * 1024;

/** Is it a file that was named, rather than a run? Ids have no dot. */
export function isRunFile(typed: string): boolean {
  return /\.jsonl?$/i.test(typed);
}

/** A run as it was exported. @throws UserError where the file cannot be read, or is no export. */
export async function readRunFile(path: string): Promise<Snapshot> {
  const { importRun } = await import('./import-run.ts');
  return importRun(new TextDecoder().decode(await readFile(path, LARGEST)));
}
