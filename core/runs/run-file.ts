import type { Snapshot } from '../domain/run.ts';
import { readFile } from '../files/read-file.ts';
import { importRun } from './import-run.ts';

/** A run at the limit of trials, with logprobs, is a few tens of megabytes. */
const LARGEST = 128 * 1024 * 1024;

/** Whether somebody named a file rather than a run: ids have no dot. */
export function isRunFile(typed: string): boolean {
  return /\.jsonl?$/i.test(typed);
}

/** A run as it was exported. @throws UserError where the file cannot be read, or is no export. */
export async function readRunFile(path: string): Promise<Snapshot> {
  return importRun(new TextDecoder().decode(await readFile(path, LARGEST)));
}
