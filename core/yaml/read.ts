import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import { explain, type Path } from './issues.ts';

/** A checked YAML file that still knows where each value stood. */
export interface Located<T> {
  readonly value: T;
  /** A UserError that begins with the file and the line of the value at `path`, or of its nearest parent. */
  problem(path: Path, what: string, next: string): UserError;
  /** Checks a part against a schema of its own. @throws UserError with the line. */
  check(path: Path, schema: z.ZodType, part: unknown): void;
}

/**
 * Reads a YAML text and checks it against a schema.
 * @param file how the file is named in messages.
 * @throws UserError with the file, the line, what was wrong and what is allowed.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Located<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  const notYaml = (offset: number, message: string) =>
    new UserError(
      `${at(offset)}: this is not YAML: ${message.split('\n', 1)[0]}`,
      'Correct that line or the one before it: often a quotation mark, a colon or the indentation.',
    );
  const [broken] = document.errors;
  if (broken) throw notYaml(broken.pos[0], broken.message);
  const written = plainValue(document, (message) => notYaml(0, message));
  const problem: Located<T>['problem'] = (path, what, next) =>
    new UserError(`${at(offsetOf(document.contents, path))}: ${what}`, next);
  const refuse = (error: z.ZodError, base: Path, checked: z.ZodType, part: unknown): UserError => {
    const [first, ...rest] = error.issues
      .map((issue) => explain(issue, { base, schema: checked, value: part }))
      .sort((a, b) => Number(b.misspelt) - Number(a.misspelt));
    const more = rest.length > 0 ? ` (and ${rest.length} more in this file)` : '';
    return problem(first?.path ?? base, `${first?.what}${more}.`, first?.next ?? '');
  };

  const parsed = schema.safeParse(written);
  if (!parsed.success) throw refuse(parsed.error, [], schema, written);
  return {
    value: parsed.data,
    problem,
    check: (path, checked, part) => {
      const result = checked.safeParse(part);
      if (!result.success) throw refuse(result.error, path, checked, part);
    },
  };
}

/** Aliases that would unfold without end are the one thing that is found only here. */
function plainValue(document: Document, problem: (message: string) => UserError): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw problem(error instanceof Error ? error.message : 'it cannot be read');
  }
}

/** The offset of the key or value at `path`, or of the deepest parent that is in the file. */
function offsetOf(contents: unknown, path: Path): number {
  let node: unknown = contents;
  let offset = isNode(contents) ? (contents.range?.[0] ?? 0) : 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        (one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step),
      );
      if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      next = pair?.value;
    } else if (typeof step === 'number' && isNode(node) && 'items' in node) {
      next = Array.isArray(node.items) ? node.items[step] : undefined;
      if (isNode(next)) offset = next.range?.[0] ?? offset;
    }
    if (next === undefined) break;
    node = next;
  }
  return offset;
}
