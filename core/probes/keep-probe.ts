import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import type { Probe } from '../domain/probe.ts';
import { writeFile } from '../files/write-file.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { readYaml } from '../yaml/read.ts';
import { checkProbe } from './check/probe.ts';
import { probeSchema } from './schema.ts';

/**
 * Writes a probe as a file of a folder, where it is found from then on. Never overwrites.
 * @returns the file, as people know it. @throws UserError where there is one of that name.
 */
export async function keepProbe(
  probe: Probe,
  folder: string,
  scorers: ReadonlyMap<string, Scorer>,
): Promise<string> {
  const file = `${probe.name}.yaml`;
  const shown = `${basename(folder)}/${file}`;
  const text = stringify(probe, { lineWidth: 110 });
  checkProbe(readYaml(shown, text, probeSchema), scorers);
  await writeFile({
    path: join(folder, file),
    shown,
    text,
    instead: 'Rename it or take it away first.',
  });
  return shown;
}
