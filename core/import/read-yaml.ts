import { parseDocument } from 'yaml';
import { UserError } from '../domain/user-error.ts';
import { tooDeep, tooLarge } from './limit-errors.ts';
import { BOUNDS } from './limits.ts';
import { brief } from './naming.ts';

interface ReadYaml {
  /** Undefined where it is not YAML. */
  readonly value?: unknown;
  readonly broken?: { readonly line: number; readonly why: string };
}

/** YAML with bounded aliases and nesting. @throws UserError where it goes beyond the bounds. */
export function yaml(file: string, text: string): ReadYaml {
  if (text.length > BOUNDS.yaml) throw tooLarge(file, 'characters', text.length, BOUNDS.yaml);
  if (bracketsOf(text) > BOUNDS.depth) throw tooDeep(file);
  try {
    // Comparing the keys of a map with each other would take time in the square of their number.
    const document = parseDocument(text, {
      uniqueKeys: false,
      merge: true,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error?.code === 'RESOURCE_EXHAUSTION') throw tooDeep(file);
    if (!error) return { value: document.toJS({ maxAliasCount: 1000 }) };
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return { broken: { line, why: brief(error.message, 160) } };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${file} cannot be read as YAML: ${error instanceof RangeError ? 'it is nested too deep' : 'its aliases unfold without end or lead nowhere'}.`,
      'Write out what the aliases stand for, or give another file.',
      { cause: error },
    );
  }
}

/** Says where a text is no YAML, or that it holds no list and no map. */
export function notYaml(file: string, { broken }: ReadYaml): UserError {
  const what = broken ? `line ${broken.line}: ${broken.why}` : 'it is one text and no list or map';
  return new UserError(
    `${file} is not YAML with something to read: ${what}.`,
    'Mend it and try again.',
  );
}

/** How deep brackets stand in each other: what the YAML reader is slow at. */
function bracketsOf(text: string): number {
  let open = 0;
  let most = 0;
  for (const char of text) {
    if (char === '[' || char === '{') open += 1;
    else if ((char === ']' || char === '}') && open > 0) open -= 1;
    most = Math.max(most, open);
  }
  return most;
}
