import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import { suggestAll } from '../text/nearest.ts';
import { listOr } from '../text/plural.ts';
import { quoted } from '../text/quoted.ts';
import type { Command, Option } from './declare.ts';
import type { Names } from './names.ts';
import type { AnyValues } from './values.ts';

/** An option's kind that stands for names. */
export type NamedKind = Extract<
  Option['kind'],
  'models' | 'personas' | 'model' | 'probe' | 'command'
>;

/** As much as the check of names needs. */
export type Checked = Pick<Names, 'configWith' | 'commands'> &
  Readonly<Record<'probes' | 'personas', Pick<Names['probes'], 'names'>>>;

interface Kind {
  readonly noun: string;
  /** The command that lists all of it to a person. */
  readonly lister: string;
  /** Those given may be all that need be looked for. */
  readonly all: (names: Checked, given: readonly string[]) => Promise<readonly string[]>;
}

const MODEL: Kind = {
  noun: 'model',
  lister: 'models',
  all: async (names, given) => [...(await names.configWith(given)).models.keys()],
};

const KINDS: Readonly<Record<NamedKind, Kind>> = {
  models: MODEL,
  model: MODEL,
  personas: { noun: 'persona', lister: 'personas', all: ({ personas }) => personas.names() },
  probe: { noun: 'probe', lister: 'probes', all: ({ probes }) => probes.names() },
  command: { noun: 'command', lister: 'help', all: async ({ commands }) => [...commands.keys()] },
};

/**
 * Checks that every model, persona, probe and command that is named exists, corrects the case of
 * letters and leaves out what was named twice. Runs are looked up by the command itself.
 * @throws UserError with the nearest name
 */
export async function checkNames(
  values: AnyValues,
  command: Command,
  names: Checked,
): Promise<AnyValues> {
  const checked: Record<string, AnyValues[string]> = { ...values };
  for (const [option, { kind }] of Object.entries(command.options)) {
    const value = values[option];
    if (!isNamed(kind)) continue;
    if (typeof value === 'string') checked[option] = (await known(kind, [value], names))[0];
    if (Array.isArray(value)) checked[option] = unique(await known(kind, value, names));
  }
  return checked;
}

/** The names as they are listed. @throws UserError that names all that are not. */
async function known(
  kind: NamedKind,
  given: readonly string[],
  names: Checked,
): Promise<readonly string[]> {
  const { noun, lister, all: list } = KINDS[kind];
  const all = await list(names, given);
  const find = (typed: string) =>
    all.find((name) => name === typed) ??
    all.find((name) => name.toLowerCase() === typed.toLowerCase());
  const unknown = unique(given.filter((typed) => find(typed) === undefined));
  if (unknown.length === 0) return given.map((typed) => find(typed) ?? typed);
  throw new UserError(
    `No ${noun} is called ${listOr(unknown.map((typed) => `${quoted(typed, 60)}`))}.`,
    suggestAll(
      unknown,
      all,
      all.length === 0 ? `There are no ${noun}s yet.` : `See ${lister} for all.`,
    ),
    { code: 'not-found' },
  );
}

function isNamed(kind: Option['kind']): kind is NamedKind {
  return Object.hasOwn(KINDS, kind);
}
