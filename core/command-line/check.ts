import type { App } from '../app/app.ts';
import { unique } from '../domain/unique.ts';
import { UserError } from '../domain/user-error.ts';
import { suggestAll } from '../text/nearest.ts';
import { oneOf } from './accepts.ts';
import type { Command, Option } from './declare.ts';
import { clip } from './tokens.ts';
import type { AnyValues } from './values.ts';

/** An option's kind that stands for names which the app knows. */
export type NamedKind = Extract<
  Option['kind'],
  'models' | 'personas' | 'model' | 'probe' | 'command'
>;

/** What the app knows of one kind, and how a person sees all of it. */
const KINDS: Readonly<
  Record<NamedKind, { noun: string; lister: string; names: (app: App) => readonly string[] }>
> = {
  models: { noun: 'model', lister: 'models', names: (app) => [...app.config().models.keys()] },
  model: { noun: 'model', lister: 'models', names: (app) => [...app.config().models.keys()] },
  personas: { noun: 'persona', lister: 'personas', names: (app) => [...app.personas.keys()] },
  probe: { noun: 'probe', lister: 'probes', names: (app) => [...app.probes.keys()] },
  command: { noun: 'command', lister: 'help', names: (app) => [...app.commands.keys()] },
};

/** The names that an option can take; undefined where it takes none of the app's. */
export function namesFor(option: Option, app: App): readonly string[] | undefined {
  return isNamed(option.kind) ? KINDS[option.kind].names(app) : undefined;
}

/**
 * Checks that every model, persona, probe and command that is named exists, corrects the case of
 * letters and leaves out what was named twice. Runs are looked up by the command itself.
 * @throws UserError with the nearest name
 */
export function checkNames(values: AnyValues, command: Command, app: App): AnyValues {
  const checked: Record<string, AnyValues[string]> = { ...values };
  for (const [option, { kind }] of Object.entries(command.options)) {
    const value = values[option];
    if (!isNamed(kind)) continue;
    if (typeof value === 'string') checked[option] = known(kind, [value], app)[0];
    if (Array.isArray(value)) checked[option] = unique(known(kind, value, app));
  }
  return checked;
}

/** The names as the app has them. @throws UserError that names all that it does not know. */
function known(kind: NamedKind, given: readonly string[], app: App): readonly string[] {
  const { noun, lister, names } = KINDS[kind];
  const all = names(app);
  const find = (typed: string) =>
    all.find((name) => name === typed) ??
    all.find((name) => name.toLowerCase() === typed.toLowerCase());
  const unknown = unique(given.filter((typed) => find(typed) === undefined));
  if (unknown.length === 0) return given.map((typed) => find(typed) ?? typed);
  throw new UserError(
    `No ${noun} is called ${oneOf(unknown.map((typed) => `“${clip(typed, 60)}”`))}.`,
    suggestAll(
      unknown,
      all,
      all.length === 0 ? `There are no ${noun}s yet.` : `See ${lister} for all.`,
    ),
  );
}

function isNamed(kind: Option['kind']): kind is NamedKind {
  return Object.hasOwn(KINDS, kind);
}
