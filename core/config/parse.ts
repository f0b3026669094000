import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../domain/user-error.ts';
import { readEnvironment } from './env.ts';
import { checkShape, type Mistake } from './mistakes.ts';
import { type Position, positionOf } from './positions.ts';
import { resolve } from './resolve.ts';
import type { Config } from './types.ts';

export interface ConfigContext {
  /** Where the simulated cast listens. */
  readonly cast: { readonly baseUrl: string };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** An error at a place in a file, ready to be told. */
interface Told extends Position {
  readonly what: string;
}

/**
 * The configuration that a file's text describes; an empty text gives the embedded default.
 * @param file its name, for errors.
 * @throws UserError that names every mistake with its line and column
 */
export function parseConfig(text: string, context: ConfigContext & { file: string }): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  refuse(
    context.file,
    document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { line, column: col, what: error.message };
    }),
  );
  const tell = (mistakes: readonly Mistake[]): void =>
    refuse(
      context.file,
      mistakes.map((one) => ({ ...positionOf(document, lines, one), what: one.what })),
    );
  const shape = checkShape(withoutEmptySections(plain(document, context.file)));
  if ('mistakes' in shape) {
    tell(shape.mistakes);
    throw new Error('a shape that does not fit has at least one mistake');
  }
  const mistakes: Mistake[] = [];
  const config = resolve(shape.file, context.cast.baseUrl, mistakes);
  tell(mistakes);
  return overridden(config, context);
}

function overridden(config: Config, { env }: ConfigContext): Config {
  const { store = config.store, port = config.local.port } = readEnvironment(env);
  return { ...config, store, local: { ...config.local, port } };
}

/** A bomb of aliases is refused by the library with an error that has no place. */
function plain(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${String(error)}`, NEXT, { cause: error });
  }
}

/** A section whose every line is commented out is `null` in YAML, and means an absent one here. */
function withoutEmptySections(value: unknown): unknown {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, section]) => section !== null));
}

const NEXT = 'Mend it and save; dramatis.example.yaml shows every key with what it takes.';

/** @throws UserError unless there is nothing to tell */
function refuse(file: string, told: readonly Told[]): void {
  if (told.length === 0) return;
  const sorted = [...told].sort((a, b) => a.line - b.line || a.column - b.column);
  const list = sorted.map(({ line, column, what }) => `line ${line}, column ${column}: ${what}`);
  throw new UserError(
    list.length === 1
      ? sentence(`${file}, ${list[0]}`)
      : `${file} has ${list.length} mistakes:\n${list.map((one) => `  ${one}`).join('\n')}`,
    NEXT,
  );
}

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);
