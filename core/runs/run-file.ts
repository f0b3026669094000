import type { WholeRun } from '../domain/run.ts';
import { readFile } from '../files/read-file.ts';

/** A run at the limit of trials, with logprobs, is a few tens of megabytes. */
const LARGEST = 128 * 1024 * 1024;

/** True where a file was named rather than a run: ids have no dot. */
export function isRunFile(typed: string): boolean {
  return /\.jsonl?$/i.test(typed);
}

/** A run as it was exported. @throws UserError where the file cannot be read, or is no export. */
export async function readRunFile(path: string): Promise<WholeRun> {
  const { importRun } = await import('./import-run.ts');
  return importRun(new TextDecoder().decode(await readFile(path, LARGEST)));
}
