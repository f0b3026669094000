import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import { suggestAll } from '../text/nearest.ts';
import { listOr } from '../text/plural.ts';
import { quoted } from '../text/quoted.ts';
import type { Catalogue } from './catalogue.ts';
import type { Command, Option } from './declare.ts';
import type { AnyValues } from './values.ts';

/** An option's kind that stands for names of the catalogue. */
export type NamedKind = Extract<
  Option['kind'],
  'models' | 'personas' | 'model' | 'probe' | 'command'
>;

/** For each kind, the names that there are, and the command that lists them to a person. */
const KINDS: Readonly<
  Record<
    NamedKind,
    { noun: string; lister: string; names: (catalogue: Catalogue) => readonly string[] }
  >
> = {
  models: {
    noun: 'model',
    lister: 'models',
    names: (catalogue) => [...catalogue.config().models.keys()],
  },
  model: {
    noun: 'model',
    lister: 'models',
    names: (catalogue) => [...catalogue.config().models.keys()],
  },
  personas: {
    noun: 'persona',
    lister: 'personas',
    names: (catalogue) => [...catalogue.personas.keys()],
  },
  probe: { noun: 'probe', lister: 'probes', names: (catalogue) => [...catalogue.probes.keys()] },
  command: {
    noun: 'command',
    lister: 'help',
    names: (catalogue) => [...catalogue.commands.keys()],
  },
};

/** The names that an option can take; undefined where it takes none of the catalogue's. */
export function namesFor(option: Option, catalogue: Catalogue): readonly string[] | undefined {
  return isNamed(option.kind) ? KINDS[option.kind].names(catalogue) : undefined;
}

/**
 * Checks that every model, persona, probe and command that is named exists, corrects the case of
 * letters and leaves out what was named twice. Runs are looked up by the command itself.
 * @throws UserError with the nearest name
 */
export function checkNames(values: AnyValues, command: Command, catalogue: Catalogue): AnyValues {
  const checked: Record<string, AnyValues[string]> = { ...values };
  for (const [option, { kind }] of Object.entries(command.options)) {
    const value = values[option];
    if (!isNamed(kind)) continue;
    if (typeof value === 'string') checked[option] = known(kind, [value], catalogue)[0];
    if (Array.isArray(value)) checked[option] = unique(known(kind, value, catalogue));
  }
  return checked;
}

/** The names as the catalogue has them. @throws UserError that names all that it does not know. */
function known(kind: NamedKind, given: readonly string[], catalogue: Catalogue): readonly string[] {
  const { noun, lister, names } = KINDS[kind];
  const all = names(catalogue);
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
