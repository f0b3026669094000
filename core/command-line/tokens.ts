import { UserError } from '../domain/user-error.ts';
import { truncateCodePoints } from '../text/truncate.ts';

/** One word of a command line, or what stood between quotes. */
export interface Token {
  /** The word without its quotes. */
  readonly text: string;
  /** Its place in the line, quotes included. */
  readonly start: number;
  readonly end: number;
  /** It begins with a quote, so that it is never an option. */
  readonly quoted: boolean;
  /** One pair of quotes holds all of it. */
  readonly whole: boolean;
}

export interface Words {
  readonly line: string;
  readonly tokens: readonly Token[];
  /** The place of a double quote that nothing closes; the last token reaches from there to the end. */
  readonly unclosed?: number | undefined;
}

/**
 * The span of a quote, by the character that opens it, as keyboards and chat apps make
 * them: „…“ is German, ”…” Swedish. A single quote does not close inside a word.
 */
const SPANS: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"((?:[^\\"]|\\.)*)"/sy],
  ['“', /“((?:[^\\”“"]|\\.)*)[”“"]/sy],
  ['”', /”((?:[^\\”"]|\\.)*)[”"]/sy],
  ['„', /„((?:[^\\“”"]|\\.)*)[“”"]/sy],
  ["'", /'(.*?)'(?![\p{L}\p{N}])/suy],
  ['‘', /‘(.*?)[’'](?![\p{L}\p{N}])/suy],
  ['’', /’(.*?)’(?![\p{L}\p{N}])/suy],
]);
const isSingle = (mark: string): boolean => "'‘’".includes(mark);

/**
 * Splits a line at white space outside quotes. A quote opens only where a word or a value begins, so
 * that don’t stays a word; a single quote that nothing closes is an apostrophe. Between double
 * quotes a backslash stands before a quote or a backslash that is meant.
 */
export function scan(line: string): Words {
  const spanAt = spanFinder(line);
  const tokens: Token[] = [];
  for (let at = nextWord(line, 0); at < line.length; at = nextWord(line, at)) {
    const start = at;
    let text = '';
    let plain = false;
    let spans = 0;
    let quoted = false;
    while (at < line.length && !isSpace(line.charAt(at))) {
      const mayOpen = at === start || '=,'.includes(line.charAt(at - 1));
      const span = mayOpen ? spanAt(at) : undefined;
      if (span === 'unclosed') {
        const rest = { text: text + line.slice(at + 1), start, end: line.length };
        tokens.push({ ...rest, quoted: quoted || at === start, whole: false });
        return { line, tokens, unclosed: at };
      }
      if (span) {
        quoted ||= at === start;
        spans += 1;
        text += span.text;
        at = span.end;
      } else {
        plain = true;
        text += line.charAt(at);
        at += 1;
      }
    }
    tokens.push({ text, start, end: at, quoted, whole: spans === 1 && !plain });
  }
  return { line, tokens };
}

/** As `scan`. @throws UserError where a double quote stays open. */
export function tokenise(line: string): Words {
  const words = scan(line);
  if (words.unclosed === undefined) return words;
  throw new UserError(
    `The quote that opens at ${truncateCodePoints(line.slice(words.unclosed), 30)} is never closed.`,
    'Close it with the same mark, or leave it out.',
  );
}

/** Words that a shell has split already. After a bare `--` nothing is an option. */
export function fromArgv(argv: readonly string[]): Words {
  const split = argv.indexOf('--');
  const kept = split < 0 ? argv : argv.toSpliced(split, 1);
  let start = 0;
  const tokens = kept.map((text, index): Token => {
    const end = start + text.length;
    const token = { text, start, end, whole: true, quoted: split >= 0 && index >= split };
    start = end + 1;
    return token;
  });
  return { line: kept.join(' '), tokens };
}

/** A text between quotes, such that a line with it is read back as the same text. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function isSpace(char: string): boolean {
  return /\s/.test(char);
}

function nextWord(line: string, from: number): number {
  let at = from;
  while (at < line.length && isSpace(line.charAt(at))) at += 1;
  return at;
}

/** Finds what a quote at an index spans; undefined where none opens there. */
function spanFinder(line: string) {
  /** Marks that nothing closes: neither does anything later, which keeps the search linear. */
  const open = new Set<string>();
  return (at: number): { text: string; end: number } | 'unclosed' | undefined => {
    const mark = line.charAt(at);
    const span = SPANS.get(mark);
    if (!span) return undefined;
    span.lastIndex = at;
    const found = open.has(mark) ? null : span.exec(line);
    if (found) {
      const text = found[1] ?? '';
      const escaped = isSingle(mark) ? text : text.replace(/\\([\\"“”„])/g, '$1');
      return { text: escaped, end: at + found[0].length };
    }
    open.add(mark);
    return isSingle(mark) ? undefined : 'unclosed';
  };
}
