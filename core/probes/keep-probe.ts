import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import type { Probe } from '../domain/probe.ts';
import { writeFile } from '../files/write-file.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { readYaml } from '../yaml/read.ts';
import { checkProbe } from './check/probe.ts';
import { probeSchema } from './schema.ts';

/**
 * Writes a probe as a file of the folder and adds it to those that are loaded, so that it can be run
 * at once. Never overwrites.
 * @returns the file, as people know it. @throws UserError where there is one of that name.
 */
export function keeper(
  folder: string,
  probes: Map<string, Probe>,
  scorers: ReadonlyMap<string, Scorer>,
): (probe: Probe) => Promise<string> {
  return async (probe) => {
    const file = `${probe.name}.yaml`;
    const shown = `${basename(folder)}/${file}`;
    const text = stringify(probe, { lineWidth: 110 });
    const located = readYaml(shown, text, probeSchema);
    checkProbe(located, scorers);
    await writeFile({
      path: join(folder, file),
      shown,
      text,
      instead: 'Rename it or take it away first.',
    });
    probes.set(probe.name, located.value);
    return shown;
  };
}
