import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { UserError } from '../domain/user-error.ts';
import { explainAll } from './explain.ts';
import { fileError, type Mistake, mistake } from './mistake.ts';
import { positionOf } from './positions.ts';
import type { Path } from './schema-shape.ts';

/** A checked YAML file that still knows where each value stood. */
export interface Located<T> {
  readonly value: T;
  /** The error of a value at `path`, with its line, or that of its nearest parent. */
  error(path: Path, what: string, hint: string): UserError;
  /** Checks a part against a schema of its own. @throws UserError with the lines. */
  check(path: Path, schema: z.ZodType, part: unknown): void;
  /** @throws UserError that names all of them, unless there are none. */
  refuse(mistakes: readonly Mistake[]): void;
}

export interface ReadOptions {
  /** Advice about any mistake in such a file: a sentence. */
  readonly hint?: string;
  /** Applied to the file's plain content before it is checked. */
  readonly prepare?: (content: unknown) => unknown;
}

const HINT = 'Mend it and try again.';

/**
 * Reads a YAML text and checks it against a schema.
 * @param file how the file is named in messages.
 * @throws UserError with every mistake: its line and column, what was wrong and what is allowed.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  { hint = HINT, prepare = (content) => content }: ReadOptions = {},
): Located<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placed = (one: Mistake) => ({ ...one, ...positionOf(document, lines, one) });
  const errorOf = (mistakes: readonly Mistake[]) => fileError(file, mistakes.map(placed), hint);

  if (document.errors.length > 0) {
    const broken = document.errors.map(({ pos: [offset], message }) => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col, what: `this is not YAML: ${message}`, hint: NOT_YAML };
    });
    throw fileError(file, broken, hint);
  }
  const content = prepare(plainValue(document, errorOf));
  const parsed = schema.safeParse(content);
  if (!parsed.success)
    throw errorOf(explainAll(parsed.error, { base: [], schema, value: content }));
  return {
    value: parsed.data,
    error: (path, what, own) => fileError(file, [placed(mistake(path, what, { on: 'key' }))], own),
    check: (path, checked, part) => {
      const result = checked.safeParse(part);
      if (!result.success)
        throw errorOf(explainAll(result.error, { base: path, schema: checked, value: part }));
    },
    refuse: (mistakes) => {
      if (mistakes.length > 0) throw errorOf(mistakes);
    },
  };
}

const NOT_YAML =
  'Correct that line or the one before it: often a quotation mark, a colon or the indentation.';

/** Aliases that would unfold without end are found only here. */
function plainValue(
  document: Document,
  errorOf: (mistakes: readonly Mistake[]) => UserError,
): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    throw errorOf([mistake([], `this is not YAML: ${why}`)]);
  }
}
