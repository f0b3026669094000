import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { writeFile } from '../files/write-file.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { readYaml } from '../yaml/read.ts';
import { checkProbe } from './check/probe.ts';
import { probeSchema } from './schema.ts';

/**
 * Writes a probe as a file of a folder, where it is found from then on. Never overwrites.
 * @param taken names of probes in any folder.
 * @returns the file, as people know it. @throws UserError where there is one of that name.
 */
export async function keepProbe(
  probe: Probe,
  folder: string,
  scorers: ReadonlyMap<string, Scorer>,
  taken: readonly string[] = [],
): Promise<string> {
  if (taken.includes(probe.name)) {
    throw new UserError(
      `There is a probe called “${probe.name}” already.`,
      'Keep it under another name.',
      { code: 'conflict' },
    );
  }
  const file = join(folder, `${probe.name}.yaml`);
  const shown = file;
  const text = stringify(probe, { lineWidth: 110 });
  checkProbe(readYaml(shown, text, probeSchema), scorers);
  await writeFile({
    path: file,
    shown,
    text,
    instead: 'Rename it or take it away first.',
  });
  return shown;
}
