import { basename, extname } from 'node:path';
import { stringify } from 'yaml';
import type { Persona, Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { checkProbe } from '../probes/check/probe.ts';
import { personaSchema, probeSchema } from '../probes/schema.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { quoted } from '../text/quoted.ts';
import { readYaml } from '../yaml/read.ts';
import { contentOf } from './content.ts';
import type { Content, Foreign, Format, Source } from './format.ts';
import { slugOf } from './naming.ts';
import { FORMATS } from './registry.ts';
import { withoutSlots } from './slots.ts';
import { notebook } from './warnings.ts';

export interface ImportOptions {
  readonly scorers: ReadonlyMap<string, Scorer>;
  /** Read as this format, whatever it looks like. */
  readonly as?: string | undefined;
  /** The formats that are known; absent: those of this project. */
  readonly formats?: readonly Format[] | undefined;
  /** Name of the probe or persona; otherwise it is called after the file, a persona after who it is. */
  readonly name?: string | undefined;
}

interface About {
  /** The format that the file was read as. */
  readonly format: string;
  /** Parts of the format that this project has not, in sentences. */
  readonly warnings: readonly string[];
  /** The whole as a file of this project. */
  readonly yaml: string;
}
export type Imported =
  | (About & { readonly kind: 'probe'; readonly probe: Probe })
  | (About & { readonly kind: 'persona'; readonly persona: Persona });

/** An alias for what occurs twice would save little and read badly. */
const WRITTEN = { aliasDuplicateObjects: false, lineWidth: 100 } as const;

/**
 * Reads a file of another project as a probe or a persona of this one, checked as if it stood in `probes/`. Pure, and
 * in bounded time and memory whatever the bytes are.
 * @throws UserError, and nothing else, where the file cannot be read as any format, or as the one asked for.
 */
export function readForeign(foreign: Foreign, options: ImportOptions): Imported {
  const title = basename(foreign.file, extname(foreign.file)).slice(0, 200);
  const { warn, list } = notebook();
  const source: Source = {
    file: foreign.file,
    title,
    warn,
    beside: foreign.beside ?? (() => undefined),
  };
  const content = contentOf(foreign);
  const format = formatOf(content, foreign.file, options);
  const draft = format.read(content, source);
  const after = draft.kind === 'persona' ? draft.persona.label : title;
  const name = options.name ?? slugOf(after, draft.kind);
  if (draft.kind === 'persona') {
    const yaml = stringify({ name, ...draft.persona }, WRITTEN);
    const persona = readYaml(foreign.file, yaml, personaSchema).value;
    return { kind: 'persona', format: format.name, persona, yaml, warnings: list() };
  }
  const yaml = stringify({ name, version: 1, ...withoutSlots(draft.probe, warn) }, WRITTEN);
  const located = readYaml(foreign.file, yaml, probeSchema);
  checkProbe(located, options.scorers);
  return { kind: 'probe', format: format.name, probe: located.value, yaml, warnings: list() };
}

function formatOf(
  content: Content,
  file: string,
  { as, formats = FORMATS }: Pick<ImportOptions, 'as' | 'formats'>,
): Format {
  const asked = formats.find(({ name }) => name === as);
  const found = asked ?? formats.find(({ recognises }) => recognises(content));
  if (found) return found;
  const known = formats.map(({ name, about }) => `${name} (${about})`).join('; ');
  throw new UserError(
    as === undefined
      ? `${file} is of no format that can be imported.`
      : `There is no format called ${quoted(as)}.`,
    `Known are: ${known}.`,
  );
}
